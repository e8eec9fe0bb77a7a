"""A project on disk whose definitions declare as many made-up models as wanted."""

from pathlib import Path

SETTINGS = """[tool.hubenum]
definitions = "definitions"
output = "generated"
uploader = "acme-uploads"
"""

HEAD = '''"""Made-Up {number}, for the benchmark."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta
'''

RELEASE = """
MADE_UP_{major}_{minor} = ModelMeta(
    org="acme",
    base_name="Made-Up",
    model_version="{major}.{minor}",
    model_sizes={sizes},
    instruct_tags=[None, "Instruct"],
    quant_types=[NONE, BNB, UNSLOTH, GGUF],
)
"""

SIZES = [f"{size}B" for size in (1, 2, 3, 4, 7, 8, 12, 14, 32, 70)]
PER_RELEASE = len(SIZES) * 2 * 5
"""A size and a tag have four uploads and an original."""
RELEASES = 10
"""Of a family, which is a file."""


def write_project(root: Path, models: int) -> None:
    """Write a project with this number of models, which must be a multiple of PER_RELEASE."""
    assert models % PER_RELEASE == 0, f"not a multiple of {PER_RELEASE}"
    (root / "definitions").mkdir(parents=True)
    (root / "pyproject.toml").write_text(SETTINGS)
    for first in range(0, models // PER_RELEASE, RELEASES):
        last = min(first + RELEASES, models // PER_RELEASE)
        major = first // RELEASES + 1
        text = HEAD.format(number=major)
        for minor in range(last - first):
            text += RELEASE.format(major=major, minor=minor, sizes=SIZES)
        (root / "definitions" / f"made_up_{major}.py").write_text(text)

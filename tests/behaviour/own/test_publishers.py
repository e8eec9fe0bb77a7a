"""Five publishers: ids that public sources attest, spelled by hand beside their definitions.

Each is a project that `init` makes from the wheel; it is generated, checked, packed into a wheel,
and imported where nothing else is installed.
"""

import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from mypy import api

from .conftest import Installed
from .test_wheels import wheel_of

PUBLISHERS = Path(__file__).parent / "publishers"
UPLOADERS = {
    "thebloke": "TheBloke",
    "qwen": "Qwen",
    "mlx": "mlx-community",
    "redhat": "RedHatAI",
    "gguf": "bartowski",
}
PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "1"
"""
SHOW = """
from {package}.generated import Models
for m in Models:
    if not m.is_original:
        print(m, m.quant_type.name, m.name)
"""


@pytest.fixture(scope="module")
def site(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheels of all five projects, and nothing else."""
    root = tmp_path_factory.mktemp("publishers")
    for name, uploader in UPLOADERS.items():
        project = root / name
        package = project / f"{name}_models"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        (project / "pyproject.toml").write_text(PROJECT.format(name=f"{name}-models"))
        init = installed.run("hubenum", "init", "--uploader", uploader, cwd=project)
        assert (init.code, init.err) == (0, ""), init
        (package / "definitions" / "example.py").unlink()
        for path in (PUBLISHERS / name).glob("*.py"):
            shutil.copy(path, package / "definitions" / path.name)
        for command in ("generate", "check"):
            done = installed.run("hubenum", command, cwd=project)
            assert (done.code, done.err) == (0, ""), done
        wheel_of(project, "hatchling")
        with zipfile.ZipFile(next((project / "dist").glob("*.whl"))) as wheel:
            wheel.extractall(root / "site")
    return root / "site"


@pytest.mark.parametrize("name", UPLOADERS)
def test_each_id_has_its_true_quantization(name: str, site: Path, installed: Installed) -> None:
    expected = (PUBLISHERS / name / "ids.txt").read_text().splitlines()
    assert len(expected) >= 20
    command = [sys.executable, "-S", "-c", SHOW.format(package=f"{name}_models")]
    done = installed.run(*command, cwd=site, PYTHONPATH=str(site))
    assert done.err == ""
    rows = [line.split() for line in done.out.splitlines()]
    assert sorted(f"{path} {quant}" for path, quant, _ in rows) == sorted(expected)
    assert all(
        constant.startswith("LMSTUDIO_COMMUNITY_") == path.startswith("lmstudio-community/")
        for path, _, constant in rows
    )


def test_the_packages_are_typed(site: Path, tmp_path: Path) -> None:
    use = tmp_path / "use.py"
    use.write_text("""\
from gguf_models.generated import Models as Gguf
from mlx_models.generated import Models as Mlx, QuantType
from qwen_models.generated import Models as Qwen
from redhat_models.generated import Models as RedHat
from thebloke_models.generated import Models as TheBloke

paths: list[str] = [
    Gguf.LMSTUDIO_COMMUNITY_META_LLAMA_3_1_8B_INSTRUCT_GGUF,
    Gguf.META_LLAMA_3_1_8B_INSTRUCT_GGUF,
    Mlx.QWEN3_VL_4B_INSTRUCT_MLX_4BIT,
    Qwen.QWEN3_30B_A3B_GPTQ_INT4,
    RedHat.META_LLAMA_3_1_8B_INSTRUCT_W4A16,
    TheBloke.CODELLAMA_7B_FP16,
]
quant: QuantType = QuantType.MLX_4BIT_DWQ
Qwen.NOTHING
""")
    (tmp_path / "mypy.ini").write_text(f"[mypy]\nmypy_path = {site}\nstrict = true\n")
    config = ["--config-file", str(tmp_path / "mypy.ini"), "--cache-dir", str(tmp_path / "cache")]
    out, _, code = api.run([*config, str(use)])
    assert '"type[Models]" has no attribute "NOTHING"' in out
    assert "Found 1 error in 1 file" in out and code == 1


def test_shared_lists_are_the_same_when_a_definition_is_imported(
    site: Path, installed: Installed
) -> None:
    program = "from mlx_models.definitions.models import QWEN_2_5; print(*QWEN_2_5.rows[0].quants)"
    paths = f"{site}:{installed.folder}"
    done = installed.run(sys.executable, "-c", program, cwd=site, PYTHONPATH=paths)
    assert (done.out, done.err) == ("BF16 MLX_8BIT MLX_4BIT\n", "")

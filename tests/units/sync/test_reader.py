"""Names read back into definitions: which of several readings comes first."""

import pytest

from codegen.edit.draft import Drafts, read_drafts
from codegen.load.extends import Folder
from codegen.sync.reader import Reader
from codegen.sync.upload import Upload

FAMILY = '''"""Tiny, by Acme."""

from codegen.schema import BNB, GGUF, NONE, ModelMeta, Row

TINY = ModelMeta(
    org="acme",
    base_name="Tiny",
    model_version="3",
    rows=[
        Row(sizes=["1B"], tags=[None, "it"], quants=[NONE]),
        Row(sizes=["8B", "30B-A3B"], tags=[None], quants=[NONE, BNB]),
    ],
)
TINY_2507 = TINY.but(
    model_sizes=["8B"],
    instruct_tags=["it"],
    quant_types=[NONE],
    name="{base_name}-{model_version}-{size}-{instruct_tag}-2507",
)
TINY_LONG = TINY.but(model_sizes=["1B"], modifier="128K", quant_types=[GGUF])
TINY_3_5 = ModelMeta(
    org="acme", base_name="Tiny", model_version="3.5", model_sizes=["8B"], quant_types=[NONE]
)
TINY_VL = TINY.but(
    name="{base_name}-VL-{model_version}-{size}-{instruct_tag}",
    model_sizes=["8B"],
    instruct_tags=["it"],
    quant_types=[NONE],
    is_multimodal=True,
)
TINY_LISTED = ModelMeta(
    org="acme",
    base_name="Tiny",
    rows=[Row(versions=["1", "2", "2-Pro"], sizes=["8B"], quants=[NONE])],
    name="{base_name}-Listed-{model_version}-{size}-{instruct_tag}",
)
'''


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    folder = tmp_path_factory.mktemp("definitions")
    (folder / "tiny.py").write_text(FAMILY, "utf-8")
    return read_drafts(Folder(folder, "unsloth"))


@pytest.mark.parametrize(
    ("name", "base", "expected"),
    [
        ("Tiny-3-8B-GGUF", "", "TINY: 3 8B None GGUF"),
        ("Tiny-3-8B-it-GGUF", "", "TINY: 3 8B it GGUF"),
        ("Tiny-3-8B-it-2507-GGUF", "", "TINY_2507: 3 8B it GGUF"),
        ("Tiny-3-9B-it-2507", "", "TINY_2507: 3 9B it NONE +size"),
        ("Tiny-3-9B-unsloth-bnb-4bit", "", "TINY: 3 9B None UNSLOTH +size"),
        ("Tiny-3-micro-GGUF", "", "TINY: 3 micro None GGUF +size"),
        ("Tiny-3-8B-128K-GGUF", "", "TINY_LONG: 3 8B None GGUF +size"),
        ("Tiny-3-8B-reasoning-plus", "", "TINY: 3 8B reasoning-plus NONE +instruct_tag"),
        ("Tiny-3-8B-Foo-GGUF", "acme/Tiny-3-8B", "TINY: 3 8B None GGUF +modifier derived"),
        ("Tiny-3-8B-Foo-GGUF", "acme/Tiny-3-8B-Foo", "TINY: 3 8B Foo GGUF +instruct_tag"),
        ("Tiny-3.6-8B", "", "TINY_3_5: 3.6 8B None NONE +model_version derived"),
        ("Tiny-2-8B", "", "TINY: 2 8B None NONE +model_version derived"),
        ("Tiny-VL-4-8B-it", "", "TINY_VL: 4 8B it NONE +model_version derived"),
        ("Tiny-Listed-3-8B", "", "TINY_LISTED: 3 8B None NONE +model_version"),
        ("tiny-3-8b-GGUF", "", "TINY: 3 8B None GGUF spelled"),
    ],
)
def test_the_smallest_edit_comes_first(drafts: Drafts, name: str, base: str, expected: str) -> None:
    tags = (f"base_model:quantized:{base}",) if base else ()
    readings = Reader(drafts).readings(Upload(f"unsloth/{name}", tags))
    first = next(r for r in readings if not base or base in r.originals)
    text = f"{first.scheme.definition}: {' '.join(map(str, first.coordinates))} {first.quant.name}"
    text += "".join(f" +{field}" for field in first.new)
    text += " derived" * first.derives + " spelled" * first.is_spelled
    assert text == expected


@pytest.mark.parametrize(
    "repo_id",
    [
        "unsloth/Tiny-3",
        "unsloth/Tiny-8B",
        "unsloth/Tiny-3-8B-",
        "unsloth/Tiny-3-8B-a-b-c-d",
        "unsloth/Tiny-3-8B-new-7B",
        "unsloth/Big-3-8B",
        "unsloth/Tiny-3-8B-it-extra-4B-GGUF",
        "somebody/Tiny-3-8B-GGUF",
    ],
)
def test_what_is_not_read(drafts: Drafts, repo_id: str) -> None:
    assert Reader(drafts).readings(Upload(repo_id)) == []


@pytest.mark.parametrize(
    ("tags", "bases"),
    [
        ((), ()),
        (("gguf", "base_model:acme/A"), ("acme/A",)),
        (("base_model:acme/A", "base_model:finetune:acme/A"), ("acme/A",)),
        (("base_model:acme/A", "base_model:quantized:acme/B"), ("acme/B",)),
        (("base_model:unsloth/A", "base_model:quantized:unsloth/A"), ("unsloth/A",)),
        (("base_model:", "base_model:quantized:nothing"), ()),
        (("base_model:finetune:acme/A", "base_model:acme/A"), ("acme/A",)),
        (("base_model:quantized:unsloth/A-GGUF",), ()),
    ],
)
def test_bases(tags: tuple[str, ...], bases: tuple[str, ...]) -> None:
    assert Upload("unsloth/A-GGUF", tags).bases == bases

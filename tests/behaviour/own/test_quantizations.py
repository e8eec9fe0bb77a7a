"""Quantizations and modalities of a project's own, declared once and used by two uploaders."""

import json

import pytest
from click.shell_completion import ShellComplete

from codegen.cli.main import cli
from tests.hub_server.server import Hub

from .conftest import Folder

SHARED = '''"""What the families of Acme share."""

from hubenum.schema import MLX_4BIT, Modality, Quant

EXQ4 = Quant("EXQ4", ["exq4", "EXQ-4"], "4-bit format of Acme: acme-serve")
MLX_4BIT = MLX_4BIT.tagged("4bit")
OCR = Modality("ocr", is_multimodal=True)
FORMATS = [EXQ4, MLX_4BIT]
'''
FAMILY = '''"""Tiny, by Acme."""

from hubenum.schema import ModelMeta

from ._shared import FORMATS, OCR

TINY_1{suffix} = ModelMeta(
    org="acme",
    base_name="Tiny",
    model_version="1",
    quant_types=FORMATS,
    original=None,
    modality=OCR,
    uploader={uploader},
)
'''


@pytest.fixture
def tiny(acme: Folder) -> Folder:
    """A project with two families that share a quantization, a tag and a modality."""
    acme.write("README.md", "<!-- families -->\n<!-- /families -->\n<!-- quantizations -->\n"
                            "<!-- /quantizations -->\n")  # fmt: skip
    assert acme.run("init", "--uploader", "acme").code == 0
    (acme.root / "acme_models" / "definitions" / "example.py").unlink()
    acme.write("acme_models/definitions/_shared.py", SHARED)
    for name, uploader in (("tiny", None), ("globex", "globex")):
        text = FAMILY.format(suffix="" if uploader is None else "_G", uploader=repr(uploader))
        acme.write(f"acme_models/definitions/{name}.py", text.replace("'", '"'))
    done = acme.run("generate")
    assert (done.code, done.err) == (0, ""), done
    return acme


def test_what_is_shared_is_set_once(tiny: Folder, hub: Hub) -> None:
    ids = [f"{owner}/Tiny-1-{tag}" for owner in ("globex", "acme") for tag in ("4bit", "exq4")]
    for repo_id in ids:
        hub.add(repo_id)
    assert tiny.run("verify").code == 0
    models = tiny.run("search", "--modality", "ocr", "--multimodal", "--json").out
    assert [(model["path"], model["quant"]) for model in json.loads(models)] == list(
        zip(ids, ["MLX_4BIT", "EXQ4"] * 2, strict=True)
    )
    for quant in ("exq4", "EXQ4"):
        assert tiny.run("search", "--quant", quant, "--count").out == "2\n"


def test_the_readme_and_the_catalog_say_what_they_are(tiny: Folder) -> None:
    readme = (tiny.root / "README.md").read_text()
    assert "| `MLX_4BIT` | `-4bit` | MLX, 4-bit | mlx-lm on Apple silicon |\n" in readme
    assert "| `EXQ4` | `-exq4` | 4-bit format of Acme | acme-serve |\n" in readme
    assert tiny.run("catalog").code == 0
    content = json.loads((tiny.root / "catalog" / "catalog.json").read_text())
    assert [(quant["name"], quant["tag"]) for quant in content["quants"]][-2:] == [
        ("MLX_4BIT", "4bit"),
        ("EXQ4", "exq4"),
    ]
    assert {model["modality"] for model in content["models"]} == {"ocr"}
    assert "4-bit format of Acme" in (tiny.root / "catalog" / "catalog.html").read_text()


@pytest.mark.parametrize("change", [('"exq4"', '"exq5"'), ("=True", "=False"), ("Acme:", "ours:")])
def test_a_change_of_what_is_shared_is_noticed(tiny: Folder, change: tuple[str, str]) -> None:
    assert tiny.run("check").code == 0
    tiny.write("acme_models/definitions/_shared.py", SHARED.replace(*change))
    assert tiny.run("check").code == 1


@pytest.mark.parametrize(("option", "value"), [("--modality", "ocr"), ("--quant", "exq4")])
def test_completion_knows_them(tiny: Folder, option: str, value: str) -> None:
    completion = ShellComplete(cli, {}, "hubenum", "_HUBENUM_COMPLETE")
    items = completion.get_completions(["search", option], value[:2])
    assert [item.value for item in items] == [value]

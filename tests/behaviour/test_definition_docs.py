"""docs/definitions.md: its code works as written, and its tables hold every field."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from codegen.cli.main import cli
from codegen.load.extends import Folder
from codegen.models.expand import read
from codegen.schema import ModelMeta, Row

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "definitions.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
HEAD = '"""Example."""\n\nfrom codegen.schema import *\n\n'


def ids_of(folder: Path, block: str) -> list[str]:
    """The repo ids that a code block of the page declares."""
    (folder / "_shared.py").write_text("from codegen.schema import *\n\nPLAIN = [NONE, BNB]\n")
    (folder / "example.py").write_text(block if block.startswith('"""') else HEAD + block)
    return [model.repo_id for family in read(Folder(folder, "unsloth")) for model in family.models]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.partition(" = ")[0][-12:])
def test_each_code_block_is_a_definition_that_works(block: str, tmp_path: Path) -> None:
    assert ids_of(tmp_path, block)


def test_the_first_block_declares_what_the_text_says(tmp_path: Path) -> None:
    assert sorted(ids_of(tmp_path, BLOCKS[0])) == [
        "meta-llama/Llama-3.1-8B",
        "meta-llama/Llama-3.1-8B-Instruct",
        "unsloth/Llama-3.1-8B",
        "unsloth/Llama-3.1-8B-Instruct",
        "unsloth/Llama-3.1-8B-Instruct-bnb-4bit",
        "unsloth/Llama-3.1-8B-Instruct-unsloth-bnb-4bit",
        "unsloth/Llama-3.1-8B-bnb-4bit",
        "unsloth/Llama-3.1-8B-unsloth-bnb-4bit",
    ]


def test_the_rows_declare_what_they_list(tmp_path: Path) -> None:
    ids = ids_of(tmp_path, next(block for block in BLOCKS if block.startswith("LLAMA_3_2")))
    assert len(ids) == 2 * 3 + 4 + 2 + 5 + 1
    assert "RedHatAI/Llama-3.2-3B-Instruct-FP8" in ids
    assert "meta-llama/Llama-3.2-90B-Instruct" in ids
    assert "unsloth/Llama-3.2-90B-Instruct" not in ids


@pytest.mark.parametrize(
    ("heading", "record"), [("a definition", ModelMeta), ("a row", Row)], ids=["ModelMeta", "Row"]
)
def test_every_field_is_explained(heading: str, record: type) -> None:
    table = TEXT.partition(f"## Fields of {heading}")[2].partition("\n## ")[0]
    explained = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert explained == {field.name for field in fields(record) if field.init}


def test_the_error_is_printed_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = TEXT.partition("$ python -m codegen generate\n")[2].partition("```")[0]
    settings = 'definitions = "definitions"\noutput = "generated"\nuploader = "unsloth"\n'
    (tmp_path / "pyproject.toml").write_text(f"[tool.hubenum]\n{settings}")
    (tmp_path / "definitions").mkdir()
    case = ROOT / "tests" / "refusals" / "cases" / "row-size-unused" / "llama.py"
    (tmp_path / "definitions" / "llama.py").write_bytes(case.read_bytes())
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["generate"])
    assert (result.exit_code, result.stderr) == (2, shown)

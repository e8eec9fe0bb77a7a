"""Which definition file a lost name belongs in."""

import pytest

from codegen.history.guard import find_losses, is_stem
from codegen.history.snapshot import read_output

MODELS = 'class Models:\n    A = "o/a"\n'


@pytest.mark.parametrize("family", ["../../ESCAPED", "/ETC/X", "A B", "", "É", "__INIT__", "A\n"])
def test_a_family_that_is_no_file_name(family: str) -> None:
    metadata = f'ROWS = {{"A": {{"family": {family!r}, "repo_id": "o/a"}}}}\n'
    output = read_output({"models.py": MODELS, "_metadata.py": metadata})
    (lost,) = find_losses((), [output]).names
    assert (lost.name, lost.repo_id, lost.family) == ("A", "o/a", "retired")


def test_stems() -> None:
    names = ["llama", "qwen_2", "x1", "Llama", "1x", "_x", "a-b", "a/b", "..", "a\n", "é", ""]
    assert [name for name in names if is_stem(name)] == ["llama", "qwen_2", "x1"]


def test_an_enum_of_a_committed_file_names_no_file() -> None:
    text = f'class Family:\n    É = "e"\n    _X = "x"\n    OK = "ok"\n\n{MODELS}'
    output = read_output({"models.py": text, "_metadata.py": "ROWS = {}\n"})
    assert [family.stem for family in find_losses((), [output]).families] == ["ok"]

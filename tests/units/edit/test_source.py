"""Edits of a file: what is not edited stays as it is, above all the comments."""

import ast

import pytest

from codegen.edit.source import SourceEdit, UneditableError, bound

FILE = '''"""Tiny, by Acme."""

from codegen.schema import BNB, ModelMeta

OTHER   = 1  # not touched
TINY = ModelMeta(base_name="Tiny", model_sizes=["1B", "2B"], quant_types=[BNB])
'''


def list_after(written: str, out: list[int], new: list[tuple[int, str]]) -> str:
    """A list after an edit of its items."""
    edit = SourceEdit(f"A = {written}\n")
    node = edit.assignment("A").value
    assert node is not None
    edit.set_items(node, out, new)
    return edit.finished().removeprefix("A = ").removesuffix("\n")


@pytest.mark.parametrize(
    ("written", "out", "new", "after"),
    [
        ("[1, 2]", [], [(0, "0")], "[0, 1, 2]"),
        ("[1, 3]", [], [(1, "2")], "[1, 2, 3]"),
        ("[1, 2]", [], [(2, "3"), (2, "4")], "[1, 2, 3, 4]"),
        ("[1, 2, 3]", [2], [], "[1, 2]"),
        ("[1, 2, 3]", [1, 2], [], "[1]"),
        ("[1, 2, 3]", [1, 2], [(3, "4")], "[1, 4]"),
        ("[1, 2, 3]", [0, 2], [(1, "4")], "[4, 2]"),
        ("[1, 2, 3]", [0], [(0, "0"), (3, "4")], "[0, 2, 3, 4]"),
        ("[\n    1,\n    2,\n]", [1], [], "[\n    1,\n]"),
        ("[\n    1,  # one\n    2,\n]", [], [(1, "9")], "[\n    1,  # one\n    9,\n    2,\n]"),
        ("[\n    1,  # a, b\n    2\n]", [1], [], "[\n    1,  # a, b\n]"),
        ("[\n    1  # one\n]", [], [(1, "2")], "[1, 2]  # one"),
        ("[\n    1,\n    # two\n    2,\n]", [1], [], "[\n    1,\n    # two\n]"),
        ("[]", [], [(0, "1")], "[\n    1,\n]"),
    ],
)
def test_items(written: str, out: list[int], new: list[tuple[int, str]], after: str) -> None:
    assert list_after(written, out, new) == after


def test_fields() -> None:
    edit = SourceEdit(FILE)
    call = edit.definition("TINY")
    edit.set_field(call, "model_version", '"1"')
    edit.set_field(call, "quant_types", None)
    edit.set_field(call, "rows", "[Row(quants=[GGUF])]")
    edit.set_list(call, "model_sizes", ["2B", "3B"])
    edit.imports |= {"Row", "GGUF"}
    assert edit.finished() == '''"""Tiny, by Acme."""

from codegen.schema import BNB, GGUF, ModelMeta, Row

OTHER   = 1  # not touched
TINY = ModelMeta(
    base_name="Tiny", model_version="1", model_sizes=["2B", "3B"], rows=[Row(quants=[GGUF])]
)
'''


def test_a_comment_is_never_lost() -> None:
    edit = SourceEdit(FILE.replace('"1B", ', '"1B",  # small\n'))
    edit.set_field(edit.definition("TINY"), "model_sizes", '["3B"]')
    with pytest.raises(UneditableError, match="a comment would be lost"):
        edit.finished()


@pytest.mark.parametrize(
    "written", ["TINY = make()", "(TINY) = [ModelMeta()]", "if 1:\n    TINY = 1"]
)
def test_what_is_no_definition(written: str) -> None:
    with pytest.raises(UneditableError, match="TINY is not "):
        SourceEdit(f"{written}\n").definition("TINY")


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("A = B = 1", ["A", "B"]),
        ("A: int = 1", ["A"]),
        ("A += 1", ["A"]),
        ("from b import A, c as D", ["A", "D"]),
        ("print(A)", []),
    ],
)
def test_bound(statement: str, names: list[str]) -> None:
    assert bound(ast.parse(statement).body[0]) == names

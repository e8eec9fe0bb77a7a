"""Retirements written into definitions: the source beside what becomes of it."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.edit.retired import new_file, retire_in
from codegen.edit.source import UneditableError
from codegen.schema import Retired

CASES = sorted(path for path in (Path(__file__).parent / "retire_edit").iterdir())

SCHEMA = "codegen.schema"
ENTRIES = [
    Retired(
        name="TINY_1B",
        repo_id="unsloth/Tiny-1B",
        why='Acme\'s "last" \\ word',
        since="2026-11-25",
        replaced_by="unsloth/Tiny-2B",
    ),
    Retired(name="B", repo_id="unsloth/B", why="gone", since="2026-11-25"),
]


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_edit(folder: Path, golden: Callable[[Path, str], None]) -> None:
    edited = retire_in((folder / "before.txt").read_text("utf-8"), ENTRIES)
    golden(folder / "after.txt", edited)
    ast.parse(edited)


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_edit_by_edit_is_the_same(folder: Path) -> None:
    source = (folder / "before.txt").read_text("utf-8")
    one_by_one = retire_in(retire_in(source, ENTRIES[:1]), ENTRIES[1:])
    assert one_by_one == (folder / "after.txt").read_text("utf-8")


@pytest.mark.parametrize("written", ["RETIRED = tuple()", "RETIRED += []", "RETIRED = A + []"])
def test_another_kind_of_list_is_left_alone(written: str) -> None:
    with pytest.raises(UneditableError, match="RETIRED at line 3 is not written as a list"):
        retire_in(f'"""Tiny."""\n\n{written}\n', ENTRIES)


@pytest.mark.parametrize(
    "summary", ["Tiny, by Acme.", "It's \\n", 'A "quote"', "Ends in '", '"""', "'''", "駱駝"]
)
def test_a_new_file_says_its_summary(summary: str) -> None:
    for entries in ([], ENTRIES):
        source = new_file(summary, entries, SCHEMA)
        assert ast.get_docstring(ast.parse(source)) == summary
        assert retire_in(new_file(summary, [], SCHEMA), ENTRIES) == new_file(
            summary, ENTRIES, SCHEMA
        )

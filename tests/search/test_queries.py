"""One table of queries, answered in the same way from Python and at the command line."""

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from generated import search_models
from tests.commands import run

from .conftest import Query, queries

ROOT = Path(__file__).parents[2]
EACH = pytest.mark.parametrize("query", queries(), ids=lambda query: query.text)


@EACH
def test_search_models(package: ModuleType, query: Query) -> None:
    models = package.search_models(text=query.text)
    assert (len(models), str(models[0]) if models else "-") == (query.count, query.first)


@EACH
def test_find(package: ModuleType, query: Query) -> None:
    """The first hit, or an error that names it before all other candidates."""
    try:
        first = str(package.Models.find(query.text))
    except ValueError as error:
        assert query.count != 1
        if query.first != "-":
            assert f"candidates: {query.first!r}" in str(error)
    else:
        assert first == query.first


def test_the_command(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one go: what is printed is what the package finds."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)  # each command imports the package
    for query in queries():
        done = run("search", "--quiet", "--", query.text, cwd=project)
        paths = done.out.splitlines()
        assert (len(paths), paths[0] if paths else "-") == (query.count, query.first), query.text
        assert done.code == (0 if paths else 1)
        assert paths or done.err.startswith("Nothing found")


def test_the_table_is_large_enough() -> None:
    assert len(queries()) >= 80


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("xyzzy", "Nothing found; nothing fits 'xyzzy'.\n"),
        (
            "lama 8b",
            "Nothing found; nothing fits 'lama' (did you mean llama?); "
            "closest: unsloth/llama-3-8b, unsloth/Llama-3.1-8B.\n",
        ),
        ("!!", "Nothing found.\n"),
    ],
)
def test_nothing_found_says_which_word(project: Path, text: str, message: str) -> None:
    assert run("search", text, cwd=project) == (1, "", message)


def test_all_models_for_no_words(project: Path, package: ModuleType) -> None:
    assert run("search", "--count", cwd=project).out == f"{len(package.Models)}\n"


def test_the_table_of_the_docs() -> None:
    """docs/search.md shows how many models of this catalog fit, and the first."""
    table = (ROOT / "docs" / "search.md").read_text("utf-8")
    rows = re.findall(r"^\| `(.+)` \| (\d+) \| `?(.+?)`? \|$", table, re.MULTILINE)
    assert len(rows) >= 10
    for text, count, first in rows:
        models = search_models(text=text)
        assert (str(len(models)), str(models[0]) if models else "–") == (count, first), text

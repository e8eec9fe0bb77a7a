"""One table of queries, answered in the same way from Python and at the command line."""

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from generated import search_models
from tests.commands import run

from .conftest import NEAREST, Query, queries

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
        ("xyzzy", "Nothing found; no model matches 'xyzzy'.\n"),
        (
            "lama 8b",
            "Nothing found; no model matches 'lama' (did you mean llama?); closest: "
            "unsloth/Llama-3.1-8B, unsloth/llama-3-8b, unsloth/Llama-3.1-8B-Instruct.\n",
        ),
        (
            "glm 4.6 air",
            "Nothing found; no model matches all of these words; "
            "closest: unsloth/GLM-4.5-Air, unsloth/GLM-4.6, unsloth/GLM-4.5-Air-GGUF.\n",
        ),
        ("!!", "Nothing found.\n"),
    ],
)
def test_nothing_found_says_which_word(project: Path, text: str, message: str) -> None:
    assert run("search", text, cwd=project) == (1, "", message)


@pytest.mark.parametrize(("text", "unknown", "first"), NEAREST)
def test_nearest(package: ModuleType, text: str, unknown: list[str], first: list[str]) -> None:
    nearest = importlib.import_module(f"{package.__name__}._nearest")
    names = importlib.import_module(f"{package.__name__}._names").names()
    assert nearest.unknown_words(text, names) == unknown
    assert [name.path for name in nearest.nearest(text, names)][:1] == first


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


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("qwen3", "8b", "--quant", "NVFP4"), "Nothing found; 32 models without the filters.\n"),
        (
            ("grok", "2", "bnb", "--size", "8"),
            "Nothing found; no model matches all of these words; "
            "closest: unsloth/grok-2, unsloth/grok-2-GGUF.\n",
        ),
        (("*-nothing-*",), "Nothing found.\n"),
        (("--family", "qwen", "--size", "1000"), "Nothing found; no model has the size '1000'.\n"),
        (
            ("--org", "unslot"),
            "Nothing found; no model has the namespace 'unslot' (did you mean unsloth?).\n",
        ),
        (
            ("--license", "mit"),
            "Nothing found; no license is known: run `hubenum verify --record`.\n",
        ),
        (
            ("qwen3", "--gated"),
            "Nothing found; which repos are gated is not known: run `hubenum verify --record`.\n",
        ),
    ],
)
def test_nothing_found_for_filters(project: Path, words: tuple[str, ...], message: str) -> None:
    done = run("search", *words, cwd=project)
    assert (done.code, done.err) == (1, message)

"""Functions and modules stay short. `ruff` holds complexity and statements; lines are held here.

A longer function needs its reason on the line of its `def`: `# long: one row per option`.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .source import CODEGEN, MODULES, parsed

FUNCTION, MODULE = 40, 300
"""Lines."""

REASONS = {
    "render/runtime/_search.py search_models": "every filter is a parameter with its explanation",
}
"""Exceptions in files that are copied to users, where a remark for us has no place."""


def long_functions(tree: ast.AST, source: str) -> Iterator[str]:
    """The names of functions with too many lines and no reason."""
    lines = source.splitlines()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            head = "\n".join(
                lines[node.lineno - 1 : node.body[0].lineno - 1]
                or lines[node.lineno - 1 : node.lineno]
            )
            length = (node.end_lineno or 0) - node.lineno + 1
            if length > FUNCTION and not re.search(r"# long: \w+ \w+", head):
                yield node.name


def test_functions_are_short() -> None:
    too_long = {
        f"{path.relative_to(CODEGEN).as_posix()} {name}"
        for path in MODULES
        for name in long_functions(parsed(path), path.read_text("utf-8"))
    }
    assert too_long - REASONS.keys() == set(), "shorten them, or give a reason"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(CODEGEN)))
def test_modules_are_short(path: Path) -> None:
    excepted = path.relative_to(CODEGEN).as_posix() in REASONS
    assert len(path.read_text("utf-8").splitlines()) <= MODULE or excepted


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(CODEGEN)))
def test_a_limit_that_is_lifted_has_its_reason(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        if "noqa" in line and re.search("C901|PLR0915", line):
            assert re.search(r"# noqa: (?:[A-Z]+\d+,? ?)+ +\w+ \w+", line), line


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f():\n" + "    pass\n" * 39, []),
        ("def f():\n" + "    pass\n" * 40, ["f"]),
        ("def f():  # long: one row per option\n" + "    pass\n" * 40, []),
        ("def f():  # long:\n" + "    pass\n" * 40, ["f"]),
        ("def f(\n    a,\n):  # long: one row per option\n" + "    pass\n" * 40, []),
        ("def f():\n    pass  # long: of another line\n" + "    pass\n" * 40, ["f"]),
        ("class A:\n    async def f():\n" + "        pass\n" * 40, ["f"]),
        ("@option(\n" + "    1,\n" * 40 + ")\ndef f():\n    pass\n", []),
    ],
)
def test_a_long_function_is_noticed(source: str, names: list[str]) -> None:
    assert list(long_functions(ast.parse(source), source)) == names

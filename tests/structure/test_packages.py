"""Each package of `codegen` says what it holds, and CONTRIBUTING shows them all."""

import ast
import re
from pathlib import Path

import pytest

from .source import CODEGEN, MODULES, PACKAGES, ROOT, parsed
from .test_imports import LEVEL

USERS_READ = (
    *ROOT.glob("*.md"),
    *ROOT.glob("docs/**/*.md"),
    *ROOT.glob("generated/*.py*"),
    *MODULES,
)
"""Files whose words a user or a contributor meets."""


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_lists_its_modules(package: str) -> None:
    text = ast.get_docstring(parsed(CODEGEN / package / "__init__.py")) or ""
    modules = {path.stem for path in (CODEGEN / package).glob("*.py")} - {"__init__"}
    assert re.match(r"[^\n]+\.(\n\n|$)", text)
    assert sorted(re.findall(r"^\* `(\w+)`: .", text, re.M)) == sorted(modules)


def test_the_shelves_of_unit_tests_are_the_packages() -> None:
    shelves = {path.parent.name for path in (ROOT / "tests" / "units").glob("*/test_*.py")}
    assert shelves <= set(PACKAGES)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(CODEGEN)))
def test_a_module_has_a_docstring(path: Path) -> None:
    first = (ast.get_docstring(parsed(path)) or "").partition("\n")[0]
    assert first.endswith((".", ":"))


def test_contributing_shows_the_packages_in_the_order_data_meets_them() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    table = text.partition("\n## Architecture\n")[2].partition("\n## ")[0]
    shown = [name for row in re.findall(r"^\|(.*?)\|", table, re.M) for name in code(row)]
    assert sorted(shown) == sorted({*LEVEL} - {"__main__"})
    levels = [LEVEL[name] for name in shown]
    assert levels == sorted(levels, reverse=True)


def code(text: str) -> list[str]:
    return re.findall(r"`(\w+)`", text)


@pytest.mark.parametrize("path", USERS_READ, ids=lambda p: str(p.relative_to(ROOT)))
def test_docs_say_package_and_module(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert not [
        line for line in lines if re.search(r"\b(rooms|room(?! for)|house|wing)\b", line, re.I)
    ]

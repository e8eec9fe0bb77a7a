"""The source of `codegen` and `definitions`, parsed: its modules and what they import."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import resolve_name
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
CODEGEN = ROOT / "codegen"

PACKAGES = tuple(sorted(path.parent.name for path in CODEGEN.glob("*/__init__.py")))
MODULES = tuple(sorted(path for path in CODEGEN.rglob("*.py")))

_IMPORTERS = ("import_module", "__import__", "find_spec", "run_module", "resolve_name")


class Import(NamedTuple):
    """One module that another names, in a statement or in a string."""

    line: int
    name: str
    """Absolute: "codegen.names.size"; "codegen.?" for what is only known when it runs."""


@cache
def parsed(path: Path) -> ast.Module:
    """The tree of a file; its file name is that path, for messages."""
    return ast.parse(path.read_text("utf-8"), str(path))


def module_name(path: Path) -> str:
    """The dotted name of a file of this repository: "codegen.names", "codegen.names.size"."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def package_of(path: Path) -> str:
    """The package that relative imports of a file start from."""
    return ".".join(path.relative_to(ROOT).parent.parts)


def imports(tree: ast.AST, package: str) -> Iterator[Import]:
    """Everything that a module of a package imports: at the top, in a function, under
    TYPE_CHECKING, and by name in a string, such as `import_module("codegen.files")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            yield from (Import(node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in _IMPORTERS and node.args:
            yield from _relative(node, package)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if named := re.fullmatch(r"(codegen(?:\.\w+)+)(?::\w+)?", node.value):
                yield Import(node.lineno, named[1])
        elif isinstance(node, ast.JoinedStr) and re.match(r"codegen\.|\.\.", _start(node)):
            yield Import(node.lineno, "codegen.?")


def _relative(call: ast.Call, package: str) -> Iterator[Import]:
    """What a call such as `import_module("..files", __package__)` imports."""
    name = call.args[0]
    if isinstance(name, ast.Constant) and str(name.value).startswith("."):
        yield Import(call.lineno, resolve_name(str(name.value), package))


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _start(text: ast.JoinedStr) -> str:
    """The literal text that an f-string begins with."""
    first = text.values[0] if text.values else None
    return str(first.value) if isinstance(first, ast.Constant) else ""

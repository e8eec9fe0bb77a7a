"""What a definition file may import: the schema, and plain values from its own folder."""

import ast
import builtins
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..files import read_bytes
from ..problem import Problem, Where, mistake
from ..schema import Quant, recording
from ..schema import __all__ as schema_names
from .broken import explain
from .facts import is_list

_SCHEMAS = ("codegen.schema", "hubenum.schema")
_FORBIDDEN = {"__import__", "breakpoint", "compile", "eval", "exec", "exit", "globals", "help",
              "input", "locals", "open", "print", "quit", "vars"}  # fmt: skip
_CURE = "Import from hubenum.schema, or plain lists and strings from a module such as ._shared."

SharedValues = dict[Path, Mapping[str, object]]
"""The values of each shared module that was read, by its path."""


def safe_builtins() -> dict[str, object]:
    """The builtins of a definition file: none that reads, writes, prints or runs anything."""
    allowed = {name: value for name, value in vars(builtins).items() if name not in _FORBIDDEN}

    def import_schema(
        name: str,
        globals: object = None,
        locals: object = None,
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> object:
        if name not in _SCHEMAS or level or not fromlist:
            raise ImportError(f"a definition cannot import {name}")
        for wanted in fromlist:
            if wanted != "*" and wanted not in schema_names:  # such as the modules it imports
                raise ImportError(f"{name} has no {wanted}", name=wanted)
        return builtins.__import__(name, None, None, fromlist, 0)

    return {**allowed, "__import__": import_schema}


def take_imports(
    path: Path, tree: ast.Module, shared: SharedValues
) -> tuple[dict[str, object], list[Problem]]:
    """Take the imports of shared modules out of a definition file; return what they give it.

    `shared` remembers modules that were read already. Any import but these and the schema is a
    problem, and is taken out too.
    """
    names: dict[str, object] = {}
    problems: list[Problem] = []
    for node in [n for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom))]:
        if _is_schema(node):
            continue
        if isinstance(node, ast.ImportFrom) and node in tree.body and _is_shared(node):
            problems += _import_shared(path, node, shared, names)
        else:
            what = ast.unparse(node).partition("\n")[0]
            where = Where(path, node.lineno)
            problems.append(mistake(where, "import", f"{what!r} is not allowed", _CURE))
    imports = (ast.Import, ast.ImportFrom)
    tree.body = [n for n in tree.body if not isinstance(n, imports) or _is_schema(n)]
    return names, problems


def _is_schema(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.level == 0 and node.module in _SCHEMAS


def _is_shared(node: ast.ImportFrom) -> bool:
    module = node.module or ""
    return node.level == 1 and module.startswith("_") and module.isidentifier()


def _import_shared(
    path: Path, node: ast.ImportFrom, shared: SharedValues, names: dict[str, object]
) -> list[Problem]:
    """Add what an import takes from a shared module to the names; return the mistakes."""
    module = path.parent / f"{node.module}.py"
    problems: list[Problem] = []

    def refuse(wrong: str, cure: str) -> None:
        problems.append(mistake(Where(path, node.lineno), "import", wrong, cure))

    if not module.is_file():
        refuse(f"there is no {module.name} in this folder", "Add the module, or write the values.")
        return problems
    if module not in shared:
        shared[module], mistakes = _read_shared(module)
        problems += mistakes
    values = shared[module]
    for alias in node.names:
        if alias.name == "*":
            refuse("a star import", f"Name what you need: from .{node.module} import DYNAMIC.")
        elif alias.name in values and not _is_plain(values[alias.name]):
            wrong = f"{alias.name} of .{node.module} is not a plain list or string"
            refuse(wrong, "Share lists of quantizations and strings only.")
        elif alias.name in values:
            names[alias.asname or alias.name] = values[alias.name]
        elif not problems:
            refuse(f".{node.module} has no {alias.name}", f"Define it in {module.name}.")
    return problems


def _read_shared(module: Path) -> tuple[Mapping[str, object], list[Problem]]:
    """The values of a shared module, which may import nothing but the schema."""
    namespace: dict[str, object] = {"__name__": module.stem, "__builtins__": safe_builtins()}
    problems: list[Problem] = []
    with recording() as created:
        try:
            tree = ast.parse(read_bytes(module), str(module))
            exec(compile(tree, str(module), "exec"), namespace)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a module may raise anything
            where, *rest = explain(module, error)
            problems.append(Problem(where, "", *rest))
    for record in created:
        wrong, cure = "a shared module declares no models", "Move it to the file of its family."
        problems.append(Problem(record.where, "", "", wrong, cure))
    return namespace, problems


def _is_plain(value: object) -> bool:
    items = value if is_list(value) else [value]
    return all(item is None or isinstance(item, (str, Quant)) for item in items)

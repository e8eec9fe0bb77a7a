"""Where in a file a definition says something: for addresses in errors, and for edits."""

import ast
from functools import lru_cache
from pathlib import Path

from ..problem import Where


@lru_cache(maxsize=256)
def _parsed(path: Path, mtime_ns: int) -> ast.Module:
    return ast.parse(path.read_bytes())


def find_call(where: Where) -> ast.Call | None:
    """The call that made the definition at `where`; None if the file has changed since."""
    try:
        tree = _parsed(where.path, where.path.stat().st_mtime_ns)
    except (OSError, SyntaxError, ValueError):
        return None
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return next((c for c in calls if c.lineno == where.line and makes_meta(c)), None)


def makes_meta(call: ast.Call) -> bool:
    """Whether a call is `ModelMeta(...)` or `OTHER.but(...)`."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr == "but"
    return isinstance(function, ast.Name) and function.id == "ModelMeta"


def field_line(where: Where, field: str) -> Where:
    """The line of one field of the definition at `where`; `where` itself if it is not written."""
    call = find_call(where)
    for keyword in call.keywords if call else ():
        if keyword.arg == field:
            return Where(where.path, keyword.value.lineno)
    return where

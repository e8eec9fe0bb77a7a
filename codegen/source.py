"""Where in a file a definition says something: for addresses in errors, and for edits."""

import ast
from functools import lru_cache
from pathlib import Path

from .problem import Where


@lru_cache(maxsize=256)
def _calls(path: Path, mtime_ns: int) -> dict[int, ast.Call]:
    """The ModelMeta calls of a file by first line."""
    tree = ast.parse(path.read_bytes())
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {c.lineno: c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "ModelMeta"}


def find_call(where: Where) -> ast.Call | None:
    """The call that made the definition at `where`; None if the file has changed since."""
    try:
        return _calls(where.path, where.path.stat().st_mtime_ns).get(where.line)
    except (OSError, SyntaxError, ValueError):
        return None


def field_line(where: Where, field: str) -> Where:
    """The line of one field of the definition at `where`; `where` itself if it is not written."""
    call = find_call(where)
    for keyword in call.keywords if call else ():
        if keyword.arg == field:
            return Where(where.path, keyword.value.lineno)
    return where

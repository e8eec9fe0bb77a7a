"""Find the place of a field in a definition file, for errors and edits."""

import ast
from functools import lru_cache
from pathlib import Path

from ..problem import Problem, Where, mistake


@lru_cache(maxsize=256)
def _parsed(path: Path, mtime_ns: int) -> ast.Module:
    return ast.parse(path.read_bytes())


def find_call(where: Where, field: str = "") -> ast.Call | None:
    """The call that made the definition or row at `where`, with this field if it is given; None
    if there is none, or the file has changed since."""
    try:
        tree = _parsed(where.path, where.path.stat().st_mtime_ns)
    except (OSError, SyntaxError, ValueError):
        return None
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    here = (call for call in calls if call.lineno == where.line and makes_record(call))
    return next((c for c in here if not field or field_value(c, field)), None)


def makes_record(call: ast.Call) -> bool:
    """Whether a call is `ModelMeta(...)`, `OTHER.but(...)` or `Row(...)`."""
    function = call.func
    return makes_meta(call) or (isinstance(function, ast.Name) and function.id == "Row")


def makes_meta(call: ast.Call) -> bool:
    """Whether a call is `ModelMeta(...)` or `OTHER.but(...)`."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr == "but"
    return isinstance(function, ast.Name) and function.id == "ModelMeta"


def field_line(where: Where, field: str) -> Where:
    """The line of one field of the definition or row at `where`; `where` itself if it is not
    written."""
    call = find_call(where, field) if field else None
    value = call and field_value(call, field)
    return Where(where.path, value.lineno) if value else where


def field_mistake(where: Where, field: str, message: str, cure: str) -> Problem:
    """A mistake in a field of the definition or row at `where`."""
    return mistake(field_line(where, field), field, message, cure)


def field_value(call: ast.Call, field: str) -> ast.expr | None:
    """What a call states for a field, None if it does not state it."""
    return next((keyword.value for keyword in call.keywords if keyword.arg == field), None)

"""The RETIRED list of a definition file, collected and checked entry by entry."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from ..names.constant import is_constant_name
from ..names.repo_id import is_repo_id
from ..problem import Problem, Where, mistake
from ..schema import Retired
from .facts import Mistake


def collect(
    path: Path, tree: ast.Module, names: Mapping[str, object]
) -> tuple[tuple[Retired, ...], list[Problem]]:
    """The entries of a definition file's RETIRED, and what is wrong with each by itself.

    Entries outside RETIRED, which would be dropped silently, are mistakes too.
    """
    problems: list[Problem] = []

    def problem(line: int, message: str, cure: str) -> None:
        problems.append(mistake(Where(path, line), "RETIRED", message, cure))

    line = line_of(tree, "RETIRED")
    stated = names.get("RETIRED", [])
    items = cast("Sequence[object]", stated if isinstance(stated, (list, tuple)) else [])
    if items is not stated:
        problem(line, "not a list", "Write RETIRED = [Retired(...), ...].")
    entries: list[Retired] = []
    for item in items:
        if isinstance(item, Retired):
            entries.append(item)
            for field, *rest in _mistakes(item):
                problems.append(mistake(item.where, f"RETIRED: {field}", *rest))
        else:
            problem(line, f"{item!r} is not a Retired", "Write a list of Retired(...).")
    for node in tree.body:
        call = node.value if isinstance(node, (ast.Assign, ast.Expr)) else None
        if not isinstance(call, ast.Call) or node.lineno == line:
            continue
        if ast.unparse(call.func).endswith("Retired"):
            problem(node.lineno, "outside the list", "Write RETIRED = [Retired(...)].")
    return tuple(entries), problems


def line_of(tree: ast.Module, name: str) -> int:
    """The line of the last statement that gives a name its value; 0 if there is none."""
    stored = (n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == name)
    return max((n.lineno for n in stored if isinstance(n.ctx, ast.Store)), default=0)


def _mistakes(entry: Retired) -> Iterator[Mistake]:
    for field in ("name", "repo_id", "why", "since", "replaced_by"):
        value: object = getattr(entry, field)
        if value is ...:
            yield field, "missing", f'Add {field}="...".'
            return
        if not isinstance(value, str) and not (field == "replaced_by" and value is None):
            yield field, f"{value!r}, not a string", "Write it in quotes."
            return
    if not is_constant_name(entry.name):
        cure = "Write the name as it was in Models: capitals, digits, single underscores."
        yield "name", f"{entry.name!r} is not a constant name", cure
    for field in ("repo_id", "replaced_by"):
        value = getattr(entry, field)
        if isinstance(value, str) and not is_repo_id(value):
            yield field, f"{value!r} is not a repo id", 'Write "owner/name".'
    if not entry.why.strip() or "\n" in entry.why:
        cure = 'Write it as one line that can follow a colon: "the repo was renamed".'
        yield "why", repr(entry.why), cure
    if not _is_date(entry.since):
        yield "since", f"{entry.since!r} is not a date", 'Write year-month-day: "2026-11-25".'


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None

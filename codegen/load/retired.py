"""The RETIRED list of a definition file, collected and checked entry by entry."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from ..names.constant import is_constant_name
from ..names.repo_id import is_repo_id
from ..problem import Problem, Where, mistake
from ..schema import Retired
from .calls import Record
from .facts import Mistake, is_list


def collect(
    path: Path, tree: ast.Module, names: Mapping[str, object], created: Iterable[Record]
) -> tuple[tuple[Retired, ...], list[Problem]]:
    """The entries of a definition file's RETIRED, and what is wrong with each by itself.

    Entries that were made and are not in RETIRED in the end, which would be dropped silently, are
    mistakes too.
    """
    problems: list[Problem] = []

    def problem(line: int, message: str, cure: str) -> None:
        problems.append(mistake(Where(path, line), "RETIRED", message, cure))

    line = line_of(tree, "RETIRED")
    stated = names.get("RETIRED", [])
    if not is_list(stated):
        problem(line, "not a list", "Write RETIRED = [Retired(...), ...].")
        return (), problems
    entries: list[Retired] = []
    for item in stated:
        if isinstance(item, Retired):
            entries.append(item)
            for field, *rest in _mistakes(item):
                problems.append(mistake(item.where, f"RETIRED: {field}", *rest))
        else:
            problem(line, f"{item!r} is not a Retired", "Write a list of Retired(...).")
    held = set(map(id, entries))
    for made in created:
        if isinstance(made, Retired) and id(made) not in held:
            cure = "Write all entries in one list: RETIRED = [Retired(...), ...]."
            problem(made.where.line, "an entry outside the list", cure)
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
    if not entry.why.strip() or not entry.why.isprintable():
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

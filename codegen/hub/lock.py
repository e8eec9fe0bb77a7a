"""The lock: the Hub's answers about the declared ids, in a file next to the definitions.

`hub.lock.json` has one line per id, sorted. The day of most checks is stated once, at the top; only
entries with another day state their own. So recording again changes one line, and those of ids
with news.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from ..files import read_text, replace_file
from ..outside import printable
from ..problem import DefinitionError, Problem, Where
from .entry import LockEntry as LockEntry
from .entry import checked_id, from_json, to_json
from .verdict import Status, Verdict

LOCK = "hub.lock.json"
"""The name of the file in the folder of definitions."""

_TAIL = "\n }\n}\n"

Lock = dict[str, LockEntry]


@dataclass(frozen=True, slots=True)
class LockFile:
    """The content of a lock."""

    entries: Lock = field(default_factory=dict[str, LockEntry])
    """The entries by id."""
    unfinished: date | None = None
    """The day on which an unfinished recording began; None if there is none."""


def read_lock(folder: Path) -> Lock:
    """Read the entries of a folder's lock, by id; empty without a lock. Raises DefinitionError."""
    return read_lock_file(folder).entries


def read_lock_file(folder: Path) -> LockFile:
    """Read the lock of a folder of definitions; empty if there is none. Raises DefinitionError."""
    path = folder / LOCK
    is_there = path.exists() or path.is_symlink()
    return parse_lock(read_text(path), path) if is_there else LockFile()


def parse_lock(text: str, path: Path) -> LockFile:
    """Read a lock from its text. Raises DefinitionError if it is not a valid lock."""
    entries: Lock = {}
    line, name = 0, ""
    try:
        lock = cast("dict[str, Any]", json.loads(text, object_pairs_hook=_once))
        day, unfinished = str(lock["verified"]), lock.get("unfinished")
        began = None if unfinished is None else date.fromisoformat(unfinished)
        for name, values in cast("dict[str, dict[str, Any]]", lock["models"]).items():
            entries[checked_id(name)] = from_json(name, values, day)
        return LockFile(entries, began)
    except json.JSONDecodeError as error:
        line, wrong = error.lineno, error.msg
    except (ValueError, RecursionError) as error:
        wrong = str(error)
    except (KeyError, TypeError, AttributeError):
        wrong = "not as `verify --record` writes it"
    if name:
        start = text.partition(json.dumps(name))[0]
        line, wrong = start.count("\n") + 1, f"{name}: {wrong}"
    cure = "Take one side of the merge, or delete the file and run `hubenum verify --record`."
    mistake = f"cannot be read: {printable(wrong)}"
    raise DefinitionError([Problem(Where(path, line), "", "lock", mistake, cure)])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object. Raises ValueError for a duplicate key, which a merge may leave."""
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"{next(k for k in keys if keys.count(k) > 1)} is listed twice")
    return table


def write_lock(
    folder: Path, entries: Mapping[str, LockEntry], *, unfinished: date | None = None
) -> bool:
    """Write the lock in one step. Returns False if nothing has changed. Raises OSError."""
    days = Counter(entry.verified for entry in entries.values())
    day = max(days, key=lambda day: (days[day], day), default=None)
    head = f'{{\n "verified": {json.dumps(day.isoformat() if day else None)},\n'
    head += f' "unfinished": "{unfinished.isoformat()}",\n' if unfinished else ""
    lines = [
        f"  {json.dumps(repo_id)}: {json.dumps(to_json(repo_id, entries[repo_id], day))}"
        for repo_id in sorted(entries)
    ]
    text = f'{head} "models": {{\n' + ",\n".join(lines) + _TAIL
    path = folder / LOCK
    if read_text(path) == text:
        return False
    replace_file(path, text.encode())
    return True


def updated(
    lock: Mapping[str, LockEntry],
    verdicts: Mapping[str, Verdict],
    declared: Iterable[str],
    day: date,
) -> Lock:
    """Return the lock with these verdicts, without ids that are no longer declared.

    An id that is UNKNOWN, or whose facts are unknown, keeps its entry. A missing repo keeps its
    `hub_id`, to recognize another repo that takes its id. A repo that was taken over keeps all
    earlier facts, with the new status.
    """
    entries = {repo_id: lock[repo_id] for repo_id in declared if repo_id in lock}
    for repo_id, verdict in verdicts.items():
        known = lock[repo_id].verdict if repo_id in lock else verdict
        if verdict.status is Status.UNKNOWN or (verdict.lacks_facts and known.facts is not None):
            continue
        if verdict.status is Status.TAKEN_OVER:
            verdict = replace(known, status=verdict.status, canonical=verdict.canonical, reason="")
        elif verdict.hub_id is None:
            verdict = replace(verdict, hub_id=known.hub_id)
        entries[repo_id] = LockEntry(verdict, day)
    return entries

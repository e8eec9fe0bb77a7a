"""The lock: what the Hub said of the declared ids, beside the definitions, to be replayed offline.

`hub.lock.json` has a line per id, sorted. The day on which most were asked stands once, at the
top; an entry has a day of its own only if that is another one. So asking again changes one line,
and one for each id of which something is new.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from ..files import read_text, replace_file
from ..problem import DefinitionError, Problem, Where
from .verdict import Kind, Verdict

LOCK = "hub.lock.json"
"""The name of the file, in the folder of definitions."""

_HEAD = '{{\n "verified": {verified},\n "models": {{\n'
_TAIL = "\n }\n}\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the Hub said of one id, and when."""

    verdict: Verdict
    verified: date
    """The day, in UTC."""


Lock = dict[str, Entry]


def read_lock(folder: Path) -> Lock:
    """The entries of the lock in a folder of definitions, by id; none if there is no lock.

    Raises DefinitionError where the file is not such a lock.
    """
    path = folder / LOCK
    if not path.is_file():
        return {}
    try:
        found = cast("dict[str, Any]", json.loads(read_text(path)))
        day = str(found["verified"])
        models = cast("dict[str, dict[str, Any]]", found["models"])
        return {repo_id: _entry(repo_id, said, day) for repo_id, said in models.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        cure = "Take one side of the merge, or delete the file and run `hubenum verify --record`."
        found_there = f"cannot be read: {error}"
        raise DefinitionError([Problem(Where(path, 0), "", "lock", found_there, cure)]) from None


def write_lock(folder: Path, entries: Mapping[str, Entry]) -> bool:
    """Write the lock in one step; False if it stood so already. Raises OSError."""
    days = Counter(entry.verified for entry in entries.values())
    day = max(days, key=lambda day: (days[day], day), default=None)
    lines = [
        f"  {json.dumps(repo_id)}: {json.dumps(_said(repo_id, entries[repo_id], day))}"
        for repo_id in sorted(entries)
    ]
    verified = json.dumps(day.isoformat() if day else None)
    text = _HEAD.format(verified=verified) + ",\n".join(lines) + _TAIL
    path = folder / LOCK
    if read_text(path) == text:
        return False
    replace_file(path, text.encode())
    return True


def updated(
    lock: Mapping[str, Entry], verdicts: Mapping[str, Verdict], declared: Iterable[str], day: date
) -> Lock:
    """The lock with these verdicts in it, and without ids that are not declared any more.

    None of them is UNKNOWN. The key of a repo that is missing now is kept, in case another takes
    its name. Where an id has passed to another repo by a rename, the key of the first is kept, so
    that the change is seen every time.
    """
    entries = {repo_id: lock[repo_id] for repo_id in declared if repo_id in lock}
    for repo_id, verdict in verdicts.items():
        if verdict.hub_id is None and repo_id in lock:
            verdict = replace(verdict, hub_id=lock[repo_id].verdict.hub_id)
        if verdict.is_other:
            is_taken = verdict.kind is Kind.RENAMED
            key = lock[repo_id].verdict.hub_id if is_taken else verdict.hub_id
            verdict = replace(verdict, hub_id=key, is_other=is_taken)
        entries[repo_id] = Entry(verdict, day)
    return entries


def _said(repo_id: str, entry: Entry, day: date | None) -> dict[str, object]:
    """An entry as it is written: without what goes without saying."""
    verdict = entry.verdict
    said = {
        "verdict": str(verdict.kind),
        "canonical": verdict.canonical if verdict.canonical != repo_id else None,
        "_id": verdict.hub_id,
        "other": verdict.is_other or None,
        "gated": verdict.gated,
        "license": verdict.license,
        "created": verdict.created and verdict.created.isoformat(),
        "last_modified": verdict.last_modified and verdict.last_modified.isoformat(),
        "reason": verdict.reason or None,
        "verified": None if entry.verified == day else entry.verified.isoformat(),
    }
    return {name: value for name, value in said.items() if value is not None}


def _entry(repo_id: str, said: Mapping[str, Any], day: str) -> Entry:
    kind = Kind(said["verdict"])
    canonical = said.get("canonical") or (None if kind in _NO_REPO else repo_id)
    verdict = Verdict(
        kind=kind,
        canonical=canonical,
        hub_id=said.get("_id"),
        is_other=said.get("other", False),
        gated=said.get("gated"),
        license=said.get("license", said.get("licence")),
        created=_day(said.get("created")),
        last_modified=_day(said.get("last_modified")),
        reason=said.get("reason", ""),
    )
    return Entry(verdict, date.fromisoformat(said.get("verified", day)))


_NO_REPO = (Kind.MISSING, Kind.UNKNOWN)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

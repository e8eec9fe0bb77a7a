"""The lock: what the Hub said about the declared ids, kept beside the definitions.

`hub.lock.json` has one line per id, sorted. The day on which most ids were checked is stated once,
at the top; an entry has its own day only if that is another one. So recording again changes one
line, and one for each id about which something is new.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from ..files import read_text, replace_file
from ..names.repo_id import repo_id_mistake
from ..outside import printable
from ..problem import DefinitionError, Problem, Where
from .verdict import Status, Verdict

LOCK = "hub.lock.json"
"""The name of the file, in the folder of definitions."""

_HEAD = '{{\n "verified": {verified},\n "models": {{\n'
_TAIL = "\n }\n}\n"
_WORD = re.compile(r"[\w.+-]{1,64}", re.ASCII)
_NO_REPO = (Status.MISSING, Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class LockEntry:
    """What the Hub said about one id, and when."""

    verdict: Verdict
    """What it said."""
    verified: date
    """The day, in UTC."""


Lock = dict[str, LockEntry]


def read_lock(folder: Path) -> Lock:
    """Read the entries of the lock in a folder of definitions, by id; none if there is no lock.

    Raises DefinitionError if the file is not such a lock.
    """
    path = folder / LOCK
    if not path.is_file():
        return {}
    try:
        lock = cast("dict[str, Any]", json.loads(read_text(path)))
        day = str(lock["verified"])
        entries = cast("dict[str, dict[str, Any]]", lock["models"])
        return {_repo_id(name): _entry(name, facts, day) for name, facts in entries.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        cure = "Take one side of the merge, or delete the file and run `hubenum verify --record`."
        mistake = f"cannot be read: {printable(error)}"
        raise DefinitionError([Problem(Where(path, 0), "", "lock", mistake, cure)]) from None


def write_lock(folder: Path, entries: Mapping[str, LockEntry]) -> bool:
    """Write the lock in one step. Returns False if nothing has changed. Raises OSError."""
    days = Counter(entry.verified for entry in entries.values())
    day = max(days, key=lambda day: (days[day], day), default=None)
    lines = [
        f"  {json.dumps(repo_id)}: {json.dumps(_facts(repo_id, entries[repo_id], day))}"
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
    lock: Mapping[str, LockEntry],
    verdicts: Mapping[str, Verdict],
    declared: Iterable[str],
    day: date,
) -> Lock:
    """Return the lock with these verdicts, none of them UNKNOWN, without ids that are not declared.

    The key of a repo that is missing now is kept, in case another takes its id. If another has
    done so, all facts about the first are kept, and the verdict says it.
    """
    entries = {repo_id: lock[repo_id] for repo_id in declared if repo_id in lock}
    for repo_id, verdict in verdicts.items():
        known = lock[repo_id].verdict if repo_id in lock else verdict
        if verdict.status is Status.TAKEN_OVER:
            verdict = replace(known, status=verdict.status, canonical=verdict.canonical, reason="")
        elif verdict.hub_id is None:
            verdict = replace(verdict, hub_id=known.hub_id)
        entries[repo_id] = LockEntry(verdict, day)
    return entries


def _facts(repo_id: str, entry: LockEntry, day: date | None) -> dict[str, object]:
    """An entry as JSON, without what is unknown or goes without saying."""
    verdict = entry.verdict
    facts = {
        "verdict": str(verdict.status),
        "canonical": verdict.canonical if verdict.canonical != repo_id else None,
        "_id": verdict.hub_id,
        "gated": verdict.gated,
        "private": verdict.is_private or None,
        "disabled": verdict.is_disabled or None,
        "license": verdict.license,
        "created": verdict.created and verdict.created.isoformat(),
        "last_modified": verdict.last_modified and verdict.last_modified.isoformat(),
        "reason": verdict.reason or None,
        "verified": None if entry.verified == day else entry.verified.isoformat(),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _entry(repo_id: str, facts: Mapping[str, Any], day: str) -> LockEntry:
    """Read an entry, also of an earlier version: "licence", and "other" for a repo taken over."""
    status = Status.TAKEN_OVER if facts.get("other") else Status(facts["verdict"])
    canonical = facts.get("canonical") or (None if status in _NO_REPO else repo_id)
    verdict = Verdict(
        status=status,
        canonical=canonical and _repo_id(canonical),
        hub_id=_word(facts.get("_id")),
        gated=_word(facts.get("gated")),
        is_private=facts.get("private") is True,
        is_disabled=facts.get("disabled") is True or status is Status.DISABLED,
        license=_word(facts.get("license", facts.get("licence"))),
        created=_day(facts.get("created")),
        last_modified=_day(facts.get("last_modified")),
        reason=printable(facts.get("reason", "")),
    )
    return LockEntry(verdict, date.fromisoformat(facts.get("verified", day)))


def _repo_id(text: str) -> str:
    if mistake := repo_id_mistake(text):
        raise ValueError(f"{printable(text)!r} is not a repo id: {mistake}")
    return text


def _word(text: str | None) -> str | None:
    if text is not None and not _WORD.fullmatch(text):
        raise ValueError(f"{printable(text)!r} is not a word")
    return text


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

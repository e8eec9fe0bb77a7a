"""An entry of the lock, to JSON and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..names.gguf import GGUFFile
from ..names.repo_id import repo_id_mistake
from ..outside import printable
from .facts import FILE, SHA, WORD, Facts, number
from .verdict import Status, Verdict

_NO_REPO = (Status.MISSING, Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class LockEntry:
    """What the Hub said about one id, and when."""

    verdict: Verdict
    """The Hub's verdict."""
    verified: date
    """The day, in UTC."""


def to_json(repo_id: str, entry: LockEntry, day: date | None) -> dict[str, object]:
    """An entry as JSON, without unknown values and defaults; `day` is the default for
    `verified`."""
    verdict, facts = entry.verdict, entry.verdict.facts or Facts()
    values = {
        "verdict": str(verdict.status),
        "canonical": verdict.canonical if verdict.canonical != repo_id else None,
        "_id": verdict.hub_id,
        "sha": facts.sha,
        "gated": verdict.gated or (False if facts.is_gated is False else None),
        "private": verdict.is_private or None,
        "disabled": verdict.is_disabled or None,
        "license": verdict.license,
        "pipeline_tag": facts.pipeline_tag,
        "base_models": list(facts.base_models) or None,
        "parameters": facts.parameters,
        "architecture": facts.architecture,
        "context_length": facts.context_length,
        "files": (
            None if facts.files is None else [[f.name, f.quant, f.shards] for f in facts.files]
        ),
        "created": verdict.created and verdict.created.isoformat(),
        "last_modified": verdict.last_modified and verdict.last_modified.isoformat(),
        "reason": verdict.reason or None,
        "verified": None if entry.verified == day else entry.verified.isoformat(),
    }
    return {name: value for name, value in values.items() if value is not None}


def from_json(name: str, values: Mapping[str, Any], day: str) -> LockEntry:
    """Read an entry, also of an earlier format: "licence", "other" for a repo taken over, and no
    facts. Raises ValueError, KeyError, TypeError or AttributeError if it is not a valid entry."""
    status = Status.TAKEN_OVER if values.get("other") else Status(values["verdict"])
    canonical = values.get("canonical") or (None if status in _NO_REPO else name)
    gated = values.get("gated")
    verdict = Verdict(
        status=status,
        canonical=canonical and checked_id(canonical),
        hub_id=_text(values.get("_id")),
        gated=None if gated is False else _text(gated),
        is_private=values.get("private") is True,
        is_disabled=values.get("disabled") is True or status is Status.DISABLED,
        license=_text(values.get("license", values.get("licence"))),
        created=_day(values.get("created")),
        last_modified=_day(values.get("last_modified")),
        facts=_facts(values),
        reason=printable(values.get("reason", "")),
    )
    return LockEntry(verdict, date.fromisoformat(values.get("verified", day)))


def checked_id(text: str) -> str:
    """Return a repo id. Raises ValueError if it is not one."""
    if mistake := repo_id_mistake(text):
        raise ValueError(f"{printable(text)!r} is not a repo id: {mistake}")
    return text


def _facts(values: Mapping[str, Any]) -> Facts | None:
    """The facts of an entry; None if it has only a verdict."""
    gated = values.get("gated")
    facts = Facts(
        sha=_text(values.get("sha"), SHA),
        is_gated=None if gated is None else gated is not False,
        pipeline_tag=_text(values.get("pipeline_tag")),
        base_models=tuple(map(checked_id, values.get("base_models", ()))),
        parameters=_number(values.get("parameters")),
        architecture=_text(values.get("architecture")),
        context_length=_number(values.get("context_length")),
        files=_files(values.get("files")),
    )
    is_old = facts == Facts(is_gated=facts.is_gated) and gated is not False
    return None if is_old else facts


def _files(values: Any) -> tuple[GGUFFile, ...] | None:
    if values is None:
        return None
    return tuple(
        GGUFFile(_text(name or "", FILE) or "", _text(quant), _number(shards) or 1)
        for name, quant, shards in values
    )


def _text(text: Any, form: Any = WORD) -> str | None:
    if text is not None and not form.fullmatch(text):
        raise ValueError(f"{printable(text)!r} is not what belongs here")
    return text if text is None else str(text)


def _number(value: Any) -> int | None:
    if value is not None and number(value) is None:
        raise ValueError(f"{printable(value)} is not a number above 0")
    return number(value)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

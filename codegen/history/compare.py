"""What changed for users between two outputs, and what version bump that implies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from inspect import cleandoc

from .snapshot import Member, Snapshot


class Kind(StrEnum):
    """What can happen to a name. In the order of a report: what breaks first."""

    REMOVED = "removed"
    """Old code raises: the name is gone, or the retirement that still served it."""
    VALUE_CHANGED = "value changed"
    """Old code runs on, and gets another id. That breaks it, unless the old id is retired in favour
    of the new one and nowhere else: then it is the same model under a new path."""
    RETIRED = "retired"
    """Old code gets a warning and the replacement, or an error that says why there is none."""
    RENAMED = "renamed"
    """The same id under another name; the old one is retired or else breaks."""
    ADDED = "added"
    """New, or back again."""
    METADATA_CHANGED = "metadata changed"
    """The same name and id; attributes differ."""


class Bump(StrEnum):
    """The part of a version that has to go up, smallest first."""

    NONE = "none"
    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One name that is not as it was."""

    kind: Kind
    name: str
    """"LLAMA_3_8B"; of other enums with the enum: "Family.LLAMA"."""
    old: str | None = None
    """The value it had."""
    new: str | None = None
    """The value it has now, or for a retired name that of its replacement."""
    to: str | None = None
    """The name that replaces it."""
    why: str | None = None
    """Why it was retired."""
    fields: Mapping[str, tuple[object, object]] = field(
        default_factory=dict[str, tuple[object, object]]
    )
    """Metadata that differs: field -> old and new."""
    is_breaking: bool = False

    @property
    def bump(self) -> Bump:
        """What this change alone asks for."""
        if self.is_breaking:
            return Bump.MAJOR
        return Bump.PATCH if self.kind is Kind.METADATA_CHANGED else Bump.MINOR


def compare(old: Snapshot, new: Snapshot) -> list[Change]:
    """Every change from one output to another, by kind, then in the order of the outputs."""
    changes = [
        *_models(old, new),
        *_others("Family", old.families, new.families, new.retired_families),
        *_others("QuantType", old.quants, new.quants, {}),
    ]
    return sorted(changes, key=lambda change: list(Kind).index(change.kind))


def bump_of(changes: list[Change]) -> Bump:
    """The version bump that all changes together imply."""
    order = list(Bump)
    return max((change.bump for change in changes), key=order.index, default=Bump.NONE)


def _models(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    names = {member.value: name for name, member in new.models.items()}
    renamed: set[str] = set()
    for name, was in old.models.items():
        member = new.models.get(name)
        if member is None:
            change = _gone(name, was.value, new, names.get(was.value))
            if change.kind is Kind.RENAMED and change.to:
                renamed.add(change.to)
            yield change
        elif member.value != was.value:
            yield Change(
                kind=Kind.VALUE_CHANGED,
                name=name,
                old=was.value,
                new=member.value,
                to=names.get(was.value),
                is_breaking=was.value in names or new.retired_ids.get((name, was.value)) != name,
            )
        elif fields := _differing(name, old, new):
            yield Change(
                kind=Kind.METADATA_CHANGED,
                name=name,
                old=was.value,
                new=was.value,
                fields=fields,
            )
    for name, gone in old.retired.items():
        if gone.replacement and name not in new.models and name not in new.retired:
            yield Change(kind=Kind.REMOVED, name=name, old=gone.value, is_breaking=True)
    for name, member in new.models.items():
        if name not in old.models and name not in renamed:
            yield Change(kind=Kind.ADDED, name=name, new=member.value)


def _gone(name: str, value: str, new: Snapshot, other_name: str | None) -> Change:
    """What became of a name that is no member any more."""
    retired = new.retired.get(name)
    if retired is None:
        kind = Kind.REMOVED if other_name is None else Kind.RENAMED
        return Change(kind=kind, name=name, old=value, to=other_name, is_breaking=True)
    to = retired.replacement
    return Change(
        kind=Kind.RENAMED if to and to == other_name else Kind.RETIRED,
        name=name,
        old=value,
        new=new.models[to].value if to is not None and to in new.models else None,
        to=to,
        why=retired.why,
    )


def _differing(name: str, old: Snapshot, new: Snapshot) -> dict[str, tuple[object, object]]:
    """Attributes of a model that both outputs know and tell differently."""
    was, now = old.attributes(name), new.attributes(name)
    return {f: (was[f], now[f]) for f in was if f in now and was[f] != now[f]}


def _others(
    enum: str,
    old: Mapping[str, Member],
    new: Mapping[str, Member],
    retired: Mapping[str, str],
) -> Iterator[Change]:
    """Changes of a small enum."""
    for name, was in old.items():
        member, full = new.get(name), f"{enum}.{name}"
        if member is None and name in retired:
            yield Change(kind=Kind.RETIRED, name=full, old=was.value, why=retired[name])
        elif member is None:
            yield Change(kind=Kind.REMOVED, name=full, old=was.value, is_breaking=True)
        elif member.value != was.value:
            yield Change(
                kind=Kind.VALUE_CHANGED,
                name=full,
                old=was.value,
                new=member.value,
                is_breaking=True,
            )
        elif cleandoc(member.doc) != cleandoc(was.doc):
            docs = {"doc": (cleandoc(was.doc), cleandoc(member.doc))}
            yield Change(
                kind=Kind.METADATA_CHANGED, name=full, old=was.value, new=was.value, fields=docs
            )
    for name, member in new.items():
        if name not in old:
            yield Change(kind=Kind.ADDED, name=f"{enum}.{name}", new=member.value)

"""What changed for users between two outputs, and what version bump that implies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from inspect import cleandoc

from .snapshot import Output


class ChangeKind(StrEnum):
    """What can happen to a name, in the order of a report: the most harmful first."""

    REMOVED = "removed"
    """Old code raises: the name is gone, or its retirement is."""
    VALUE_CHANGED = "value changed"
    """Old code gets another id. It breaks, unless the old id is retired in favor of this name only:
    then it is the same model under a new path."""
    RETIRED = "retired"
    """Old code gets the replacement and a warning, or an error that gives the reason."""
    RENAMED = "renamed"
    """The same id under another name. It breaks unless the old name is retired."""
    ADDED = "added"
    """New, or back again."""
    METADATA_CHANGED = "metadata changed"
    """The same name and id with other attributes."""


class Bump(StrEnum):
    """The part of a version to increase, smallest first."""

    NONE = "none"
    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChange:
    """What happened to one name."""

    kind: ChangeKind
    name: str
    """"LLAMA_3_8B"; with its enum if that is not Models: "Family.LLAMA"."""
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
        """The version bump that this change implies."""
        if self.is_breaking:
            return Bump.MAJOR
        is_small = self.kind in (ChangeKind.METADATA_CHANGED, ChangeKind.REMOVED)
        return Bump.PATCH if is_small else Bump.MINOR


def compare(old: Output, new: Output) -> list[NameChange]:
    """The changes from one output to another, by kind, then in the order of the outputs."""
    enums = ("Models", "Family", "QuantType")
    changes = [change for enum in enums for change in _changes(enum, old, new)]
    return sorted(changes, key=lambda change: list(ChangeKind).index(change.kind))


def bump_of(changes: Sequence[NameChange]) -> Bump:
    """The version bump that changes imply together."""
    order = list(Bump)
    return max((change.bump for change in changes), key=order.index, default=Bump.NONE)


def _changes(enum: str, old: Output, new: Output) -> Iterator[NameChange]:
    before, now, retired = old.members(enum), new.members(enum), new.retired.get(enum, {})
    gone = {name: entry for (name, _), entry in retired.items() if name not in now}
    prefix = "" if enum == "Models" else f"{enum}."
    names = {m.value: name for name, m in now.items()} if enum == "Models" else {}
    renamed: set[str | None] = set()
    for name, was in before.items():
        member, other = now.get(name), names.get(was.value)
        change = partial(NameChange, name=f"{prefix}{name}", old=was.value)
        if member is None and name in gone:
            why, to = gone[name]
            kind = ChangeKind.RENAMED if to and to == other else ChangeKind.RETIRED
            new_value = now[to].value if to is not None and to in now else None
            yield change(kind=kind, new=new_value, to=to, why=why)
            renamed |= {to} if kind is ChangeKind.RENAMED else set()
        elif member is None:
            kind = ChangeKind.REMOVED if other is None else ChangeKind.RENAMED
            yield change(kind=kind, to=other, is_breaking=True)
            renamed.add(other)
        elif member.value != was.value:
            _, replacement = retired.get((name, was.value), ("", None))
            is_breaking = other is not None or replacement != name
            kind = ChangeKind.VALUE_CHANGED
            yield change(kind=kind, new=member.value, to=other, is_breaking=is_breaking)
        elif fields := _differing(enum, name, old, new):
            yield change(kind=ChangeKind.METADATA_CHANGED, new=was.value, fields=fields)
    if enum == "Models":
        for name, value, replacement in _lost_retirements(old, new):
            breaks = replacement is not None
            yield NameChange(kind=ChangeKind.REMOVED, name=name, old=value, is_breaking=breaks)
    for name, member in now.items():
        if name not in before and name not in renamed:
            yield NameChange(kind=ChangeKind.ADDED, name=f"{prefix}{name}", new=member.value)


def _lost_retirements(old: Output, new: Output) -> Iterator[tuple[str, str, str | None]]:
    """Retired names that are neither retired nor used any more: name, value, replacement."""
    known = new.models.keys() | {name for name, _ in new.retired.get("Models", {})}
    last = {name: (value, to) for (name, value), (_, to) in old.retired.get("Models", {}).items()}
    for name, (value, replacement) in last.items():
        if name not in known | old.models.keys():
            yield name, value, replacement


def _differing(enum: str, name: str, old: Output, new: Output) -> dict[str, tuple[object, object]]:
    """The attributes of a member that both outputs have, with different values."""
    if enum == "Models":
        was, now = old.attributes(name), new.attributes(name)
    else:
        was, now = ({"doc": cleandoc(o.members(enum)[name].doc)} for o in (old, new))
    return {f: (was[f], now[f]) for f in was if f in now and was[f] != now[f]}

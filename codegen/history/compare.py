"""What changed for users between two outputs, and what version bump that implies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from inspect import cleandoc

from .snapshot import Member, Output


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
    changes = [
        *_models(old, new),
        *_others("Family", old.families, new.families, new.retired_families),
        *_others("QuantType", old.quants, new.quants, {}),
    ]
    return sorted(changes, key=lambda change: list(ChangeKind).index(change.kind))


def bump_of(changes: Sequence[NameChange]) -> Bump:
    """The version bump that changes imply together."""
    order = list(Bump)
    return max((change.bump for change in changes), key=order.index, default=Bump.NONE)


def _models(old: Output, new: Output) -> Iterator[NameChange]:
    names = {member.value: name for name, member in new.models.items()}
    renamed: set[str] = set()
    for name, was in old.models.items():
        member = new.models.get(name)
        if member is None:
            change = _no_member(name, was.value, new, names.get(was.value))
            if change.kind is ChangeKind.RENAMED and change.to:
                renamed.add(change.to)
            yield change
        elif member.value != was.value:
            yield NameChange(
                kind=ChangeKind.VALUE_CHANGED,
                name=name,
                old=was.value,
                new=member.value,
                to=names.get(was.value),
                is_breaking=was.value in names or new.retired_ids.get((name, was.value)) != name,
            )
        elif fields := _differing(name, old, new):
            yield NameChange(
                kind=ChangeKind.METADATA_CHANGED,
                name=name,
                old=was.value,
                new=was.value,
                fields=fields,
            )
    for name, entry in old.retired.items():
        if name not in new.models and name not in new.retired:
            yield NameChange(
                kind=ChangeKind.REMOVED,
                name=name,
                old=entry.value,
                is_breaking=entry.replacement is not None,
            )
    for name, member in new.models.items():
        if name not in old.models and name not in renamed:
            yield NameChange(kind=ChangeKind.ADDED, name=name, new=member.value)


def _no_member(name: str, value: str, new: Output, other_name: str | None) -> NameChange:
    """The change of a name that is no longer a member; `other_name` has its id now."""
    retired = new.retired.get(name)
    if retired is None:
        kind = ChangeKind.REMOVED if other_name is None else ChangeKind.RENAMED
        return NameChange(kind=kind, name=name, old=value, to=other_name, is_breaking=True)
    to = retired.replacement
    return NameChange(
        kind=ChangeKind.RENAMED if to and to == other_name else ChangeKind.RETIRED,
        name=name,
        old=value,
        new=new.models[to].value if to is not None and to in new.models else None,
        to=to,
        why=retired.why,
    )


def _differing(name: str, old: Output, new: Output) -> dict[str, tuple[object, object]]:
    """The attributes of a model that both outputs have, with different values."""
    was, now = old.attributes(name), new.attributes(name)
    return {f: (was[f], now[f]) for f in was if f in now and was[f] != now[f]}


def _others(
    enum: str,
    old: Mapping[str, Member],
    new: Mapping[str, Member],
    retired: Mapping[str, str],
) -> Iterator[NameChange]:
    """The changes of Family or QuantType."""
    for name, was in old.items():
        member, full = new.get(name), f"{enum}.{name}"
        if member is None and name in retired:
            yield NameChange(kind=ChangeKind.RETIRED, name=full, old=was.value, why=retired[name])
        elif member is None:
            yield NameChange(kind=ChangeKind.REMOVED, name=full, old=was.value, is_breaking=True)
        elif member.value != was.value:
            yield NameChange(
                kind=ChangeKind.VALUE_CHANGED,
                name=full,
                old=was.value,
                new=member.value,
                is_breaking=True,
            )
        elif cleandoc(member.doc) != cleandoc(was.doc):
            docs = {"doc": (cleandoc(was.doc), cleandoc(member.doc))}
            yield NameChange(
                kind=ChangeKind.METADATA_CHANGED,
                name=full,
                old=was.value,
                new=was.value,
                fields=docs,
            )
    for name, member in new.items():
        if name not in old:
            yield NameChange(kind=ChangeKind.ADDED, name=f"{enum}.{name}", new=member.value)

"""What an enum does if it has no member with a name or a value."""

import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import EnumType, StrEnum
from typing import TypeVar

from ._retired import RETIRED
from ._retirement import replacement
from .models import Models

E = TypeVar("E", bound=StrEnum)


class UnknownNameError(AttributeError):
    """No member has this name. The message lists the closest names."""

    def __init__(self, enum: type[StrEnum], asked: str) -> None:
        super().__init__(enum, asked)
        self.enum = enum
        self.asked = asked

    def __str__(self) -> str:
        names = list(self.enum.__members__)
        near = get_close_matches(self.asked.upper(), names, n=3, cutoff=0.6)
        if member := self.enum._value2member_map_.get(self.asked):  # its value was asked for
            near = [member.name]
        hint = _hint(near, () if issubclass(self.enum, Models) else names)
        return f"{self.enum.__qualname__} has no member {self.asked!r}{hint}"


class UnknownItemError(UnknownNameError, KeyError):
    """No member has the name in `Models["..."]`."""


class UnknownValueError(ValueError):
    """No member has this value. The message lists the closest values."""

    def __init__(self, enum: type[StrEnum], asked: object) -> None:
        super().__init__(enum, asked)
        self.enum = enum
        self.asked = asked

    def __str__(self) -> str:
        asked = self.asked if isinstance(self.asked, str) else ""
        near = [repr(member.value) for member in closest(self.enum, asked)]
        every = (repr(member.value) for member in self.enum if not isinstance(member, Models))
        return f"{self.asked!r} is not a valid {self.enum.__qualname__}{_hint(near, every)}"


def _hint(near: Sequence[str], every: Iterable[str]) -> str:
    if near:
        return f"; closest: {', '.join(near)}"
    there = ", ".join(every)
    return f"; there are: {there}" if there else ""


def closest(enum: type[E], text: str) -> tuple[E, ...]:
    """The members whose values are most similar to the text. If it has no "/", it is compared with
    the part of the values after the "/"."""
    named: dict[str, E] = {}
    for member in enum:
        value = member if "/" in text else member.rpartition("/")[2]
        named.setdefault(value.casefold(), member)
    near = get_close_matches(text.casefold(), named, n=3, cutoff=0.6)
    return tuple(named[name] for name in near)


def by_name(enum: type[E], name: str, error: type[Exception]) -> E:
    """Return the member that replaces a retired name.

    Raises the given error if there is no replacement, and UnknownNameError if it is not retired.
    """
    member = replacement(enum, name, error)
    if member is None:
        raise (UnknownItemError if error is KeyError else UnknownNameError)(enum, name)
    return member


def by_value(enum: type[E], value: object) -> E | None:
    """Return the member that replaces a retired value. `Family` and `QuantType` also take a name.

    None for `Models` if the value is not a str. Raises ValueError if there is no such member or
    replacement.
    """
    if not isinstance(value, str):
        if issubclass(enum, Models):
            return None
        raise UnknownValueError(enum, value)
    member = replacement(enum, value, ValueError, 1)
    if member is None and not issubclass(enum, Models):
        name = value.casefold().replace("-", "_").replace(" ", "_")
        member = next((member for member in enum if member.name.casefold() == name), None)
    if member is None:
        raise UnknownValueError(enum, value)
    return member


def make_ordinary(enum: type[StrEnum]) -> None:
    """Make EnumType itself the type of an enum, and keep as much of this module as that allows."""
    members = _Members(enum)
    for name, *_ in RETIRED.get(enum.__qualname__, ()):
        if name not in members:
            type.__setattr__(enum, name, _Retired(name))
    type.__setattr__(enum, "__class__", EnumType)
    type.__setattr__(enum, "_member_map_", members)


class _Retired:
    """A retired name in an ordinary enum."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, member: StrEnum | None, enum: type[StrEnum]) -> StrEnum:
        return by_name(enum, self.name, AttributeError)


class _Members(dict[str, StrEnum]):
    """The members of an ordinary enum by name."""

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__(enum.__members__)
        self.enum = enum

    def __missing__(self, name: str) -> StrEnum:
        # EnumType of 3.11 looks up an attribute here once more after `_Retired` has refused it.
        asking = sys._getframe(1).f_code.co_name  # pyright: ignore[reportPrivateUsage]
        return by_name(self.enum, name, AttributeError if asking == "__getattr__" else KeyError)

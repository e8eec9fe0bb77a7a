"""Retired names: they warn and give the replacement, or say why there is none."""

from __future__ import annotations

import sys

from ._retired import RETIRED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum
    from typing import TypeVar

    E = TypeVar("E", bound=StrEnum)


def replacement(enum: type[E], text: str, error: type[Exception], column: int = 0) -> E | None:
    """The member that replaces a retired name (or, in column 1, value), with a warning that points
    at the code that asked. None if there is no such retired name.

    Raises the given kind of error, saying why, if nothing replaces it.
    """
    rows = RETIRED.get(enum.__qualname__, ())
    row = next((row for row in reversed(rows) if row[column] == text), None)
    if row is None:
        return None
    *_, why, since, successor = row
    asked = f"({text!r})" if column else f".{text}"
    message = f"{enum.__qualname__}{asked} is retired{since and f' since {since}'}: {why}"
    if successor is None:
        raise error(message) from None
    member = enum[successor]
    message = f"{message}; use {enum.__qualname__}.{successor} ({member.value!r})"
    from warnings import warn

    warn(message, DeprecationWarning, stacklevel=_callers_level())
    return member


def _callers_level() -> int:
    """The `stacklevel` for `replacement` that means the first frame outside this package and enum,
    of which different Pythons put different numbers in between."""
    level, frame = 1, sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
    own = __name__.rpartition(".")[0]
    while frame.f_back is not None:
        name = str(frame.f_globals.get("__name__"))
        if name != "enum" and name.rpartition(".")[0] != own:
            break
        level, frame = level + 1, frame.f_back
    return level


def install(enum: type[StrEnum], members: Mapping[str, StrEnum]) -> None:
    """Let an enum that has all its members answer for its retired names."""
    names = hidden(enum, members)
    for name in names:
        type.__setattr__(enum, name, _Gone(name))
    if names:
        type.__setattr__(enum, "_member_map_", _Members(enum, members))


def hidden(enum: type[StrEnum], members: Mapping[str, StrEnum] | None = None) -> set[str]:
    """The retired names that an enum answers for, though they are in no list of its members."""
    rows = RETIRED.get(enum.__qualname__, ())
    return {name for name, *_ in rows}.difference(enum.__members__ if members is None else members)


class _Gone:
    """Stands in an enum for a name that is no more."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, member: StrEnum | None, enum: type[StrEnum]) -> StrEnum | None:
        return replacement(enum, self.name, AttributeError)


class _Members(dict[str, "StrEnum"]):
    """The members of an enum by name, where a retired name may be asked for too."""

    def __init__(self, enum: type[StrEnum], members: Mapping[str, StrEnum]) -> None:
        super().__init__(members)
        self.enum = enum

    def __missing__(self, name: str) -> StrEnum:
        # EnumType of 3.11 looks up an attribute here once more after `_Gone` has refused it.
        asking = sys._getframe(1).f_code.co_name  # pyright: ignore[reportPrivateUsage]
        error = AttributeError if asking == "__getattr__" else KeyError
        member = replacement(self.enum, name, error)
        if member is None:
            raise KeyError(name)
        return member

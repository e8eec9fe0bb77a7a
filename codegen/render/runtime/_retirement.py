"""Retired names: they give the replacement with a warning, or an error with the reason."""

import sys
from enum import StrEnum
from typing import TypeVar
from warnings import warn

from ._retired import RETIRED

E = TypeVar("E", bound=StrEnum)


def replacement(enum: type[E], text: str, error: type[Exception], column: int = 0) -> E | None:
    """Return the member that replaces a retired name (or a retired value, with `column=1`), with a
    warning that points at the calling code. None if there is no such retired name.

    Raises an error of the given type, with the reason, if there is no replacement.
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
    warn(message, DeprecationWarning, stacklevel=_callers_level())
    return member


def _callers_level() -> int:
    """The `stacklevel` for `replacement` that means the first frame outside this package and enum.

    Versions of Python differ in the number of frames in between.
    """
    level, frame = 1, sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
    own = __name__.rpartition(".")[0]
    while frame.f_back is not None:
        name = str(frame.f_globals.get("__name__"))
        if name != "enum" and name.rpartition(".")[0] != own:
            break
        level, frame = level + 1, frame.f_back
    return level

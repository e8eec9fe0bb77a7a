"""What a size such as "30B-A3B" says about the number of parameters."""

import re
from dataclasses import dataclass

_UNITS = {"m": 10**6, "b": 10**9, "t": 10**12}
NAMED = ("nano", "tiny", "micro", "mini", "small", "medium", "base", "large", "xl")
"""Sizes that are words, in order."""
_NUMBER = r"(\d+(?:\.\d+)?)([bmt])"
_TOTAL = re.compile(rf"{_NUMBER}(?:-a{_NUMBER})?", re.IGNORECASE)
_EXPERTS = re.compile(rf"(\d+)x{_NUMBER}", re.IGNORECASE)
_ACTIVE = re.compile(rf"{_NUMBER}-\d+e", re.IGNORECASE)
_EFFECTIVE = re.compile(rf"e{_NUMBER}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Size:
    """A size, read."""

    total: int | None
    """Number of parameters, None where the size does not say it."""
    active: int | None
    """Number of parameters used per token, None where the size does not say it."""
    order: tuple[float, float, str]
    """Sort key: by value; named sizes from nano to xl before sizes in numbers."""


def read_size(size: str | None) -> Size:
    """Read a size as it stands in a repo name.

    "8B" is 8_000_000_000 in all; "30B-A3B" is 30 billion in all, 3 active; "17B-16E" (experts)
    and "E2B" (effective) say only what is active; "8x7B" says neither, since experts share
    layers; "micro" says nothing.
    """
    text = size or ""
    if match := _TOTAL.fullmatch(text):
        total = _count(match[1], match[2])
        active = _count(match[3], match[4]) if match[3] else total
        return Size(total, active, (total, active, text))
    if match := _EXPERTS.fullmatch(text):
        each = _count(match[2], match[3])
        return Size(None, None, (int(match[1]) * each, each, text))
    if match := (_ACTIVE.fullmatch(text) or _EFFECTIVE.fullmatch(text)):
        active = _count(match[1], match[2])
        return Size(None, active, (active, active, text))
    name = text.casefold()
    return Size(None, None, (NAMED.index(name) + 1 if name in NAMED else 0, 0, text))


def _count(number: str, unit: str) -> int:
    return round(float(number) * _UNITS[unit.lower()])

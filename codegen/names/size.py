"""Sizes such as "30B-A3B", and the numbers of parameters that they give."""

import re
from dataclasses import dataclass
from functools import lru_cache

_UNITS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
NAMED = ("nano", "tiny", "micro", "mini", "small", "medium", "base", "large", "xl")
"""Sizes that are words, in order."""
_NUMBER = r"(\d{1,9}(?:\.\d{1,9})?)([bmt])"
_TOTAL = re.compile(rf"{_NUMBER}(?:-a{_NUMBER})?", re.IGNORECASE)
_EXPERTS = re.compile(rf"(\d{{1,9}})x{_NUMBER}", re.IGNORECASE)
_ACTIVE = re.compile(rf"(?:{_NUMBER}-\d+e|a{_NUMBER})", re.IGNORECASE)
_EFFECTIVE = re.compile(rf"e{_NUMBER}", re.IGNORECASE)
_COUNT = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)([kmbt])", re.IGNORECASE)
SIZE = (
    r"(?:\d+x)?[Ee]?\d+(?:\.\d+)?[BbMmTt](?:-[Aa]\d+(?:\.\d+)?[BbMm]|-\d+[Ee])?"
    r"|[Aa]\d+(?:\.\d+)?[BbMm]"
)
"""The form of a size in figures, as a regular expression."""


@dataclass(frozen=True, slots=True)
class Size:
    """A size, read."""

    total: int | None
    """Number of parameters, None if the size does not give it."""
    active: int | None
    """Number of parameters used per token, None if the size does not give it."""
    is_moe: bool | None
    """Whether it is a mixture of experts; None if the size does not give it."""
    order: tuple[float, float, str]
    """Sort key: by value; named sizes from nano to xl before sizes in figures."""


@lru_cache(maxsize=1024)
def read_size(size: str | None) -> Size:
    """Read a size as it stands in a repo name.

    "8B" is 8_000_000_000 in all, and says nothing about experts. "30B-A3B" is 30 billion in all, 3
    active; "17B-16E" (experts), "A13B" and "E2B" (effective) say only what is active. "8x7B" says
    neither, since experts share layers; "micro" says nothing.
    """
    text = size or ""
    if match := _TOTAL.fullmatch(text):
        total = _count(match[1], match[2])
        active = _count(match[3], match[4]) if match[3] else None
        is_moe = True if match[3] else None
        return Size(total, active, is_moe, (total, total if active is None else active, text))
    if match := _EXPERTS.fullmatch(text):
        each = _count(match[2], match[3])
        return Size(None, None, True, (int(match[1]) * each, each, text))
    if match := _ACTIVE.fullmatch(text):
        active = _count(match[1] or match[3], match[2] or match[4])
        return Size(None, active, True, (active, active, text))
    if match := _EFFECTIVE.fullmatch(text):
        active = _count(match[1], match[2])
        return Size(None, active, None, (active, active, text))
    name = text.casefold()
    return Size(None, None, None, (NAMED.index(name) + 1 if name in NAMED else 0, 0, text))


def read_count(text: str) -> int:
    """A number of parameters as people write it: "5.1B" is 5_100_000_000.

    Raises ValueError for anything else.
    """
    match = _COUNT.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a number of parameters such as 5.1B")
    return _count(match[1], match[2])


def _count(number: str, unit: str) -> int:
    return round(float(number) * _UNITS[unit.lower()])

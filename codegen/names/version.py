"""Versions and dates in repo names."""

import re
from dataclasses import dataclass

_MONTH, _DAY = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?<![A-Za-z0-9.])(?:2[3-9]{_MONTH}|{_MONTH}{_DAY}|{_MONTH}-20[2-3]\d)(?![A-Za-z0-9.])"
)
"""A date stamp: 2507 (July 2025), 0528 (May 28) or 08-2024."""
_NUMBER = re.compile(r"[Vv]?([A-Za-z]?\d+(?:\.\d+)*[A-Za-z]?\d*)(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Version:
    """A version, read."""

    number: str | None
    """The version without "v" and words: "3.5" of "3_5", "4.5" of "4.5-Air", "R1" of "R1-Zero"."""
    date: str | None
    """The date stamp as it stands in the name: "2507", "0528", "08-2024"."""


def read_version(version: str | None, name: str) -> Version:
    """Read the version of a definition, and the date stamp that it or the repo name holds.

    >>> read_version("V4-Flash-0731", "DeepSeek-V4-Flash-0731")
    Version(number='4', date='0731')

    A version that is nothing but a date is both.
    """
    text = (version or "").replace("_", ".")
    in_version, in_name = _DATE.search(text), _DATE.search(name)
    date = in_version or in_name
    rest = without_date(text) or text
    number = _NUMBER.match(rest)
    return Version(number[1] if number else None, date[0] if date else None)


def without_date(name: str) -> str:
    """A name without its date stamps: "Qwen3" of "Qwen3-2507"."""
    return re.sub(rf"[-_.]?{_DATE.pattern}", "", name).strip("-_.")

"""The counts of many days as one series for each upload; finding counts that cannot be true."""

import operator
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from .store import Counts, Ids, Record, read_counts, read_day

_WEEK = timedelta(days=7)
"""How long a dip may last. A longer one is the new level."""


@dataclass(frozen=True, slots=True)
class Series:
    """The counts of one upload, one for each day of a `History`; None if it has none."""

    downloads: Counts
    """In the 30 days before each day."""
    downloads_all_time: Counts


@dataclass(frozen=True, slots=True)
class History:
    """The counts of a period."""

    days: tuple[date, ...]
    """The days that were recorded, in order."""
    series: dict[str, Series]
    """Repo id -> its counts on these days, sorted by id."""
    last: dict[str, Record]
    """Repo id -> its row on the last day."""


@dataclass(frozen=True, slots=True, order=True)
class Dip:
    """A count that cannot be true: much lower than just before, and than soon after."""

    date: date
    id: str
    count: str
    """The name of the count: "downloads" or "downloads_all_time"."""
    value: int
    before: int
    """The last plausible value."""


def read_history(paths: Iterable[Path]) -> History:
    """Read the counts in the files of several days, in order, and the whole rows of the last day.

    Raises DefinitionError if a line of a file is not a valid row.
    """
    days: list[date] = []
    tables: list[tuple[Ids, tuple[Counts, Counts]]] = []
    path = None
    for path in paths:
        days.append(date.fromisoformat(path.stem))
        tables.append(read_counts(path))
    if path is None:
        return History((), {}, {})
    names = tuple(sorted(set[str]().union(*{ids for ids, _ in tables})))
    aligned = [_aligned(names, ids, columns) for ids, columns in tables]
    downloads, all_time = (zip(*(columns[n] for columns in aligned), strict=True) for n in (0, 1))
    series = map(Series, downloads, all_time)
    last = {row.id: row for row in read_day(path)}
    return History(tuple(days), dict(zip(names, series, strict=True)), last)


def _aligned(names: Ids, ids: Ids, columns: tuple[Counts, Counts]) -> tuple[Counts, Counts]:
    """The columns with a value for every name."""
    if ids == names:
        return columns
    downloads, all_time = (
        tuple(map(dict(zip(ids, column, strict=True)).get, names)) for column in columns
    )
    return downloads, all_time


def known(column: Counts) -> list[int]:
    """The values of a column that are not None."""
    return [value for value in column if value is not None]


def find_dips(repo_id: str, days: tuple[date, ...], series: Series) -> list[Dip]:
    """The counts of an upload that cannot be true.

    Downloads in 30 days do not halve from one record to the next and recover within a week. An
    all-time count does not shrink and recover. A fall within the last week that has not recovered
    yet counts as a dip until the week is over.
    """
    return [
        Dip(days[n], repo_id, count, value, before)
        for count, column, share, least in (
            ("downloads", series.downloads, 0.5, 100),
            ("downloads_all_time", series.downloads_all_time, 1.0, 0),
        )
        for n, value, before in _dips(days, column, share, least)
    ]


def _dips(
    days: tuple[date, ...], column: Counts, share: float, least: int
) -> Iterator[tuple[int, int, int]]:
    """Each value that fell below `share` of the one before it, with its position and that one.

    Values after one below `least` are ignored.
    """
    values = known(column)
    if all(map(operator.le, [share * value for value in values], values[1:])):
        return  # as in nearly all columns
    points = [(n, value) for n, value in enumerate(column) if value is not None]
    at = 1
    while at < len(points):
        (last, before), (first, value) = points[at - 1], points[at]
        at += 1
        is_sudden = days[first] - days[last] <= _WEEK
        if value >= share * before or before < least or not is_sudden:
            continue
        level = before * (1 + share) / 2
        rest = range(at, len(points))
        back = next((k for k in rest if points[k][1] >= level), len(points))
        until = days[points[back][0]] if back < len(points) else days[-1]
        if until - days[first] < _WEEK or (back < len(points) and until - days[first] == _WEEK):
            yield from ((n, low, before) for n, low in points[at - 1 : back])
            at = back + 1

"""Rank uploads by their use in a period: the top ones, those that rise or fall, the dead."""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..models.model import Model
from .series import Dip, History, Series, find_dips, known
from .store import Counts

UNDECLARED = "(not declared)"
"""The group of uploads that are no longer declared."""

BY: Mapping[str, Callable[[Model], str]] = {
    "model": lambda model: model.repo_id,
    "family": lambda model: model.family,
    "quant": lambda model: model.quant_type.name,
    "size": lambda model: model.size or "(none)",
    "uploader": lambda model: model.org,
}
"""The groups that counts can be summed by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The use of one upload, or the sum of several, over a period."""

    name: str
    """The repo id, family, quantization, size or uploader."""
    models: int
    """The number of uploads."""
    downloads: int | None
    """Downloads in the 30 days before the last day, as recorded."""
    downloads_all_time: int | None
    """All-time downloads on the last day, as recorded."""
    likes: int | None
    """Likes on the last day."""
    gained: int | None
    """Downloads within the period: the growth of the all-time count."""
    change: int | None
    """The difference in 30-day downloads between the ends of the period."""
    change_percent: float | None
    """The change in percent of the first value; None if that was 0."""
    series: Counts
    """Downloads in the 30 days before each day of the period, as recorded."""
    dips: tuple[Dip, ...]
    """Counts that cannot be true; `gained` and `change` ignore them."""


def _is_dead(trend: Trend) -> bool:
    """No download in the period; without an all-time count, none in the 30 days before any day."""
    return not any(trend.series) if trend.gained is None else trend.gained == 0


_View = tuple[Callable[[Trend], bool], Callable[[Trend], float]]

VIEWS: Mapping[str, _View] = {
    "top": (lambda t: bool(t.downloads), lambda t: -(t.downloads or 0)),
    "rising": (lambda t: (t.change or 0) > 0, lambda t: -(t.change or 0)),
    "falling": (lambda t: (t.change or 0) < 0, lambda t: t.change or 0),
    "dead": (_is_dead, lambda t: -(t.downloads_all_time or 0)),
}
"""The views of a period: which trends to keep, and the key to sort them by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The trends of a view, in order."""

    view: str
    by: str
    days: tuple[date, ...]
    """The recorded days of the period."""
    trends: tuple[Trend, ...]
    gone: tuple[str, ...]
    """Repo ids with a row in the period but none on its last day. No trend counts them."""


def rank(
    history: History, models: Iterable[Model], *, view: str = "top", by: str = "model"
) -> Ranking:
    """Return the trends for a view (one of VIEWS), as sums of groups (one of BY).

    `models` are needed to put uploads into groups. Only uploads in the history count.
    """
    declared = {model.repo_id: model for model in models}
    groups: dict[str, list[str]] = {}
    for repo_id in history.last:
        model = declared.get(repo_id)
        name = repo_id if by == "model" else BY[by](model) if model else UNDECLARED
        groups.setdefault(name, []).append(repo_id)
    keeps, order = VIEWS[view]
    trends = [_trend(name, ids, history) for name, ids in groups.items()]
    return Ranking(
        view=view,
        by=by,
        days=history.days,
        trends=tuple(sorted(filter(keeps, trends), key=lambda t: (order(t), t.name))),
        gone=tuple(repo_id for repo_id in history.series if repo_id not in history.last),
    )


def _trend(name: str, ids: list[str], history: History) -> Trend:
    uploads = [history.series[repo_id] for repo_id in ids]
    dips = [tuple(find_dips(i, history.days, s)) for i, s in zip(ids, uploads, strict=True)]
    ends = [_ends(history.days, s, d) for s, d in zip(uploads, dips, strict=True)]
    change = _sum(last - first for first, last in filter(None, ends))
    first = sum(first for first, _ in filter(None, ends))
    return Trend(
        name=name,
        models=len(uploads),
        downloads=_sum(series.downloads[-1] for series in uploads),
        downloads_all_time=_sum(series.downloads_all_time[-1] for series in uploads),
        likes=_sum(history.last[repo_id].likes for repo_id in ids),
        gained=_sum(map(partial(_gained, history.days), uploads, dips)),
        change=change,
        change_percent=round(100 * change / first, 1) if change is not None and first else None,
        series=summed(series.downloads for series in uploads),
        dips=tuple(sorted(dip for several in dips for dip in several)),
    )


def _gained(days: tuple[date, ...], series: Series, dips: tuple[Dip, ...]) -> int | None:
    """The growth of the all-time count; None without two counts.

    On a day on which the Hub corrected it downwards, nothing is gained.
    """
    counts = _plausible("downloads_all_time", days, series.downloads_all_time, dips)
    grown = map(operator.sub, counts[1:], counts)
    return sum(step for step in grown if step > 0) if counts[1:] else None


def _ends(days: tuple[date, ...], series: Series, dips: tuple[Dip, ...]) -> tuple[int, int] | None:
    """The first and the last plausible downloads of the period; None without two of them."""
    counts = _plausible("downloads", days, series.downloads, dips)
    return (counts[0], counts[-1]) if counts[1:] else None


def _plausible(
    count: str, days: tuple[date, ...], column: Counts, dips: tuple[Dip, ...]
) -> list[int]:
    """The values of a column without its dips."""
    dates = {dip.date for dip in dips if dip.count == count}
    if dates:
        column = tuple(None if day in dates else v for day, v in zip(days, column, strict=True))
    return known(column)


def summed(columns: Iterable[Counts]) -> Counts:
    """The sum of columns day by day; None where no column has a value."""
    columns = list(columns)
    return columns[0] if len(columns) == 1 else tuple(map(_sum, zip(*columns, strict=True)))


def _sum(numbers: Iterable[int | None]) -> int | None:
    known_numbers = [number for number in numbers if number is not None]
    return sum(known_numbers) if known_numbers else None

"""Ranks uploads by their use in a period: the top ones, those that rise or fall, the dead."""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

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
    """The trends of one of VIEWS, summed by one of BY.

    `models` says which group an upload belongs to. Only uploads in the history count.
    """
    declared = {model.repo_id: model for model in models}
    groups: dict[str, list[_Upload]] = {}
    for repo_id in history.last:
        model = declared.get(repo_id)
        name = repo_id if by == "model" else BY[by](model) if model else UNDECLARED
        groups.setdefault(name, []).append(_upload(history, repo_id))
    keeps, order = VIEWS[view]
    trends = [_trend(name, uploads) for name, uploads in groups.items()]
    return Ranking(
        view=view,
        by=by,
        days=history.days,
        trends=tuple(sorted(filter(keeps, trends), key=lambda t: (order(t), t.name))),
        gone=tuple(repo_id for repo_id in history.series if repo_id not in history.last),
    )


@dataclass(frozen=True, slots=True)
class _Upload:
    series: Series
    likes: int | None
    gained: int | None
    first: int | None
    """The first plausible 30-day downloads of the period."""
    change: int | None
    dips: tuple[Dip, ...]


def _upload(history: History, repo_id: str) -> _Upload:
    days, series = history.days, history.series[repo_id]
    dips = tuple(find_dips(repo_id, days, series))
    downloads = _plausible("downloads", days, series.downloads, dips)
    all_time = _plausible("downloads_all_time", days, series.downloads_all_time, dips)
    # On a day on which the Hub corrected the all-time count downwards, nothing is gained.
    grown = map(operator.sub, all_time[1:], all_time)
    return _Upload(
        series=series,
        likes=history.last[repo_id].likes,
        gained=sum(step for step in grown if step > 0) if all_time[1:] else None,
        first=downloads[0] if downloads else None,
        change=downloads[-1] - downloads[0] if downloads[1:] else None,
        dips=dips,
    )


def _plausible(
    count: str, days: tuple[date, ...], column: Counts, dips: tuple[Dip, ...]
) -> list[int]:
    """The values of a column without its dips."""
    dates = {dip.date for dip in dips if dip.count == count}
    if dates:
        column = tuple(None if day in dates else v for day, v in zip(days, column, strict=True))
    return known(column)


def _trend(name: str, uploads: list[_Upload]) -> Trend:
    change = _sum(upload.change for upload in uploads)
    first = _sum(upload.first for upload in uploads if upload.change is not None)
    return Trend(
        name=name,
        models=len(uploads),
        downloads=_sum(upload.series.downloads[-1] for upload in uploads),
        downloads_all_time=_sum(upload.series.downloads_all_time[-1] for upload in uploads),
        likes=_sum(upload.likes for upload in uploads),
        gained=_sum(upload.gained for upload in uploads),
        change=change,
        change_percent=round(100 * change / first, 1) if change is not None and first else None,
        series=summed(upload.series.downloads for upload in uploads),
        dips=tuple(sorted(dip for upload in uploads for dip in upload.dips)),
    )


def summed(columns: Iterable[Counts]) -> Counts:
    """The sum of columns day by day; None where no column has a value."""
    columns = list(columns)
    return columns[0] if len(columns) == 1 else tuple(map(_sum, zip(*columns, strict=True)))


def _sum(numbers: Iterable[int | None]) -> int | None:
    known_numbers = [number for number in numbers if number is not None]
    return sum(known_numbers) if known_numbers else None

"""What the counts of a period say: which uploads are used, which rise or fall, which are dead."""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..models.model import Model
from .series import Dip, History, Series, find_dips, known
from .store import Column

UNDECLARED = "(not declared)"
"""The group of the uploads that no definition declares any more."""

BY: Mapping[str, Callable[[Model], str]] = {
    "model": lambda model: model.repo_id,
    "family": lambda model: model.family,
    "quant": lambda model: model.quant_type.name,
    "size": lambda model: model.size or "(none)",
    "uploader": lambda model: model.org,
}
"""What counts can be summed by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One upload, or several that are summed, over a period."""

    name: str
    """The repo id; or the family, quantisation, size or uploader."""
    models: int
    """How many uploads it sums."""
    downloads: int | None
    """Downloads of 30 days on the last day, as recorded."""
    downloads_all_time: int | None
    """Downloads of all time on the last day, as recorded."""
    likes: int | None
    """Likes on the last day."""
    gained: int | None
    """Downloads within the period: by how much the count of all time grew."""
    change: int | None
    """By how much the downloads of 30 days differ between the ends of the period."""
    change_percent: float | None
    """The same as a share of what they were; None if they were 0."""
    series: Column
    """Downloads of 30 days on each day of the period, as recorded."""
    dips: tuple[Dip, ...]
    """The counts that cannot be true. `gained` and `change` leave them out."""


def _is_dead(entry: Entry) -> bool:
    """No download in the period; what has no count of all time had none in 30 days either."""
    return not any(entry.series) if entry.gained is None else entry.gained == 0


@dataclass(frozen=True, slots=True)
class _View:
    """A choice of entries and their order."""

    keeps: Callable[[Entry], bool]
    order: Callable[[Entry], float]


VIEWS: Mapping[str, _View] = {
    "top": _View(lambda e: bool(e.downloads), lambda e: -(e.downloads or 0)),
    "rising": _View(lambda e: (e.change or 0) > 0, lambda e: -(e.change or 0)),
    "falling": _View(lambda e: (e.change or 0) < 0, lambda e: e.change or 0),
    "dead": _View(_is_dead, lambda e: -(e.downloads_all_time or 0)),
}
"""The questions that can be asked of a period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The answer to one of them."""

    view: str
    by: str
    days: tuple[date, ...]
    """The days that were recorded in the period."""
    entries: tuple[Entry, ...]
    gone: tuple[str, ...]
    """Repo ids that have a row in the period, but none on its last day. No entry counts them."""


def report(
    history: History, models: Iterable[Model], *, view: str = "top", by: str = "model"
) -> Report:
    """Entries of one of VIEWS, summed by one of BY, the first ones first.

    `models` says what belongs together; only what it holds and what the history holds counts.
    """
    declared = {model.repo_id: model for model in models}
    groups: dict[str, list[_Upload]] = {}
    gone: list[str] = []
    for repo_id, series in history.series.items():
        if repo_id not in history.last:
            gone.append(repo_id)
            continue
        model = declared.get(repo_id)
        name = repo_id if by == "model" else BY[by](model) if model else UNDECLARED
        groups.setdefault(name, []).append(_upload(history, repo_id, series))
    entries = (_entry(name, uploads) for name, uploads in groups.items())
    chosen = VIEWS[view]
    kept = sorted(filter(chosen.keeps, entries), key=lambda e: (chosen.order(e), e.name))
    return Report(view=view, by=by, days=history.days, entries=tuple(kept), gone=tuple(gone))


@dataclass(frozen=True, slots=True)
class _Upload:
    series: Series
    likes: int | None
    gained: int | None
    first: int | None
    """The first plausible downloads of the period."""
    change: int | None
    dips: tuple[Dip, ...]


def _upload(history: History, repo_id: str, series: Series) -> _Upload:
    days = history.days
    dips = tuple(find_dips(repo_id, days, series))
    downloads = _plausible("downloads", days, series.downloads, dips)
    all_time = _plausible("downloads_all_time", days, series.downloads_all_time, dips)
    # Where the Hub has corrected a count of all time downwards, that day adds nothing.
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
    count: str, days: tuple[date, ...], column: Column, dips: tuple[Dip, ...]
) -> list[int]:
    """The numbers of a column without its dips."""
    dates = {dip.date for dip in dips if dip.count == count}
    if dates:
        column = tuple(None if day in dates else v for day, v in zip(days, column, strict=True))
    return known(column)


def _entry(name: str, uploads: list[_Upload]) -> Entry:
    change = _sum(upload.change for upload in uploads)
    first = _sum(upload.first for upload in uploads if upload.change is not None)
    return Entry(
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


def summed(columns: Iterable[Column]) -> Column:
    """The sum of columns day by day; None where none of them has a number."""
    columns = list(columns)
    return columns[0] if len(columns) == 1 else tuple(map(_sum, zip(*columns, strict=True)))


def _sum(numbers: Iterable[int | None]) -> int | None:
    there = [number for number in numbers if number is not None]
    return sum(there) if there else None

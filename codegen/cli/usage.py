"""Prints a ranking of uploads."""

import dataclasses
from collections.abc import Callable, Sequence

import click

from ..stats.ranking import Ranking, Trend
from ..stats.spark import sparkline
from .rows import Heading, print_csv, print_json, print_table, speaks_unicode
from .words import counted

_FIELDS = (
    "name",
    "models",
    "downloads",
    "downloads_all_time",
    "likes",
    "gained",
    "change",
    "change_percent",
    "dips",
)
_Column = tuple[Heading, Callable[[Trend], str]]
"""A heading, and the cell of a trend below it."""

_MOST_DIPS = 10
_NOTHING = {
    "top": "Nothing was downloaded in the 30 days before the last record.",
    "rising": "No number of downloads rose in this period.",
    "falling": "No number of downloads fell in this period.",
    "dead": "Everything was downloaded at least once in this period.",
}


def print_ranking(ranking: Ranking, form: str | None, limit: int) -> None:
    """Print the first trends of a ranking as "json", "csv" or a table."""
    trends = ranking.trends[:limit]
    if form == "json":
        print_json(_json(ranking, trends))
    elif form == "csv":
        rows = [{name: getattr(trend, name) for name in _FIELDS} for trend in trends]
        for row in rows:
            row["dips"] = " ".join(f"{dip.date}" for dip in row["dips"])
        print_csv(rows, _FIELDS)
    else:
        if trends:
            _print_table(ranking.by, trends)
        _print_notes(ranking, trends)


def _json(ranking: Ranking, trends: Sequence[Trend]) -> dict[str, object]:
    return {
        "view": ranking.view,
        "by": ranking.by,
        "days": [day.isoformat() for day in ranking.days],
        "entries": [
            {
                **{name: getattr(trend, name) for name in _FIELDS},
                "dips": [
                    {**dataclasses.asdict(dip), "date": dip.date.isoformat()} for dip in trend.dips
                ],
                "series": trend.series,
            }
            for trend in trends
        ],
        "gone": ranking.gone,
    }


def _print_table(by: str, trends: Sequence[Trend]) -> None:
    is_ascii = not speaks_unicode()

    def series(trend: Trend) -> str:
        return sparkline(trend.series, is_ascii=is_ascii) + (" ~" if trend.dips else "")

    columns: Sequence[_Column] = [
        (Heading(by), lambda t: t.name),
        *_NUMBERS[by == "model" :],
        (Heading("over time", drop=5), series),
    ]
    rows = [[cell(trend) for _, cell in columns] for trend in trends]
    if hidden := print_table([heading for heading, _ in columns], rows):
        click.echo(f"\nA wider window also shows: {', '.join(hidden)}")
    click.echo()


def _print_notes(ranking: Ranking, trends: Sequence[Trend]) -> None:
    """Print what the table covers and what it leaves out."""
    days = ranking.days
    of = f"{len(trends):,} of {len(ranking.trends):,}"
    records = counted(len(days), "record")
    click.echo(f"{ranking.view}: {of}; {days[0]} to {days[-1]}, {records}")
    if not ranking.trends and len(days) == 1 and ranking.view in ("rising", "falling"):
        click.echo("A change needs two records. Choose a longer period, or record another day.")
    elif not ranking.trends:
        click.echo(_NOTHING[ranking.view])
    dips = sorted({dip for trend in trends for dip in trend.dips})
    for dip in dips[:_MOST_DIPS]:
        click.echo(f"~ {dip.date} {dip.id}: {dip.count} {dip.value:,} after {dip.before:,}")
    if dips[_MOST_DIPS:]:
        click.echo(f"~ and {len(dips) - _MOST_DIPS:,} more; --json lists them all")
    if ranking.gone:
        more = len(ranking.gone) - 3
        names = ", ".join(ranking.gone[:3]) + (f" and {more:,} more" if more > 0 else "")
        click.echo(f"No row on {days[-1]}: {names}")


def _number(number: float | None, sign: str = "") -> str:
    return "" if number is None else f"{round(number):{sign},}"


_NUMBERS: Sequence[_Column] = (
    (Heading("models", is_number=True), lambda t: _number(t.models)),
    (Heading("30 days", is_number=True), lambda t: _number(t.downloads)),
    (Heading("in period", is_number=True, drop=4), lambda t: _number(t.gained)),
    (Heading("change", is_number=True, drop=6), lambda t: _number(t.change, "+")),
    (Heading("%", is_number=True, drop=3), lambda t: _number(t.change_percent, "+")),
    (Heading("all time", is_number=True, drop=2), lambda t: _number(t.downloads_all_time)),
    (Heading("likes", is_number=True, drop=1), lambda t: _number(t.likes)),
)
"""The columns of numbers; the first only for sums of several uploads."""

"""Prints a ranking of uploads."""

import dataclasses
from collections.abc import Sequence

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
_MOST_DIPS = 10
_NOTHING = {
    "top": "Nothing was downloaded in the 30 days before the last record.",
    "rising": "No number of downloads rose in this period.",
    "falling": "No number of downloads fell in this period.",
    "dead": "Everything was downloaded at least once in this period.",
}


def print_ranking(ranking: Ranking, form: str, limit: int) -> None:
    """Print the first trends of a ranking as a "table", "json" or "csv"."""
    trends = ranking.trends[:limit]
    if form == "json":
        print_json(_json(ranking, trends))
    elif form == "csv":
        print_csv([_row(trend) for trend in trends], _FIELDS)
    else:
        _print_table(ranking, trends)
        _print_notes(ranking, trends)


def _row(trend: Trend) -> dict[str, object]:
    row = {name: getattr(trend, name) for name in _FIELDS}
    return {**row, "dips": " ".join(f"{dip.date}" for dip in trend.dips)}


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


def _print_table(ranking: Ranking, trends: Sequence[Trend]) -> None:
    if not trends:
        return
    is_ascii = not speaks_unicode()
    is_sum = ranking.by != "model"
    headings = [
        Heading(ranking.by),
        Heading("models", is_number=True),
        Heading("30 days", is_number=True),
        Heading("in period", is_number=True, drop=4),
        Heading("change", is_number=True, drop=6),
        Heading("%", is_number=True, drop=3),
        Heading("all time", is_number=True, drop=2),
        Heading("likes", is_number=True, drop=1),
        Heading("over time", drop=5),
    ]
    rows = [
        (
            trend.name,
            f"{trend.models:,}",
            _number(trend.downloads),
            _number(trend.gained),
            _number(trend.change, "+"),
            "" if trend.change_percent is None else f"{round(trend.change_percent):+,}",
            _number(trend.downloads_all_time),
            _number(trend.likes),
            sparkline(trend.series, is_ascii=is_ascii) + (" ~" if trend.dips else ""),
        )
        for trend in trends
    ]
    if not is_sum:
        headings.pop(1)
    hidden = print_table(headings, [row if is_sum else (row[0], *row[2:]) for row in rows])
    if hidden:
        click.echo(f"\nA wider window also shows: {', '.join(hidden)}")
    click.echo()


def _print_notes(ranking: Ranking, trends: Sequence[Trend]) -> None:
    """What the table covers, and what it leaves out."""
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
        click.echo(_gone(ranking))


def _gone(ranking: Ranking) -> str:
    names = ", ".join(ranking.gone[:3])
    more = len(ranking.gone) - 3
    return f"No row on {ranking.days[-1]}: {names}" + (f" and {more:,} more" if more > 0 else "")


def _number(number: int | None, sign: str = "") -> str:
    return "" if number is None else f"{number:{sign},}"

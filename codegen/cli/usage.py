"""How a report of usage is printed."""

import dataclasses
from collections.abc import Iterable

import click

from ..stats.report import Entry, Report
from ..stats.spark import sparkline
from .rows import Heading, print_csv, print_json, print_table, speaks_unicode

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


def print_report(found: Report, form: str, limit: int) -> None:
    """Print the first entries of a report as a "table", "json" or "csv"."""
    entries = found.entries[:limit]
    if form == "json":
        print_json(_json(found, entries))
    elif form == "csv":
        print_csv([_row(entry) for entry in entries], _FIELDS)
    else:
        _table(found, entries)


def _row(entry: Entry) -> dict[str, object]:
    row = {name: getattr(entry, name) for name in _FIELDS}
    return {**row, "dips": " ".join(f"{dip.date}" for dip in entry.dips)}


def _json(found: Report, entries: Iterable[Entry]) -> dict[str, object]:
    return {
        "view": found.view,
        "by": found.by,
        "days": [day.isoformat() for day in found.days],
        "entries": [
            {
                **{name: getattr(entry, name) for name in _FIELDS},
                "dips": [
                    {**dataclasses.asdict(dip), "date": dip.date.isoformat()} for dip in entry.dips
                ],
                "series": entry.series,
            }
            for entry in entries
        ],
        "gone": found.gone,
    }


def _table(found: Report, entries: tuple[Entry, ...]) -> None:
    is_ascii = not speaks_unicode()
    headings = [
        Heading(found.by, folds=True),
        *([] if found.by == "model" else [Heading("models", is_number=True)]),
        Heading("30 days", is_number=True),
        Heading("in period", is_number=True, is_spare=True),
        Heading("change", is_number=True),
        Heading("%", is_number=True, is_spare=True),
        Heading("all time", is_number=True, is_spare=True),
        Heading("likes", is_number=True, is_spare=True),
        Heading("over time"),
    ]
    hidden = print_table(
        headings,
        [
            (
                entry.name,
                *([] if found.by == "model" else [f"{entry.models:,}"]),
                _number(entry.downloads),
                _number(entry.gained),
                _number(entry.change, "+"),
                "" if entry.change_percent is None else f"{round(entry.change_percent):+,}",
                _number(entry.downloads_all_time),
                _number(entry.likes),
                sparkline(entry.series, is_ascii=is_ascii) + (" ~" if entry.dips else ""),
            )
            for entry in entries
        ],
    )
    days = found.days
    more = len(found.entries) - len(entries)
    records = f"{len(days):,} record{'s'[: len(days) != 1]}"
    click.echo()
    click.echo(
        f"{found.view}: {len(entries):,} of {len(entries) + more:,}; "
        f"{days[0]} to {days[-1]}, {records}"
    )
    if hidden:
        click.echo(f"A wider window has room for: {', '.join(hidden)}")
    for dip in sorted({dip for entry in entries for dip in entry.dips})[:5]:
        click.echo(f"~ {dip.date} {dip.id}: {dip.count} {dip.value:,} after {dip.before:,}")
    if found.gone:
        click.echo(f"{len(found.gone):,} without a row on {days[-1]}: {', '.join(found.gone[:3])}")


def _number(number: int | None, sign: str = "") -> str:
    return "" if number is None else f"{number:{sign},}"

"""How commands print rows: a table for people, JSON or CSV for programs."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console

_T = TypeVar("_T")
_WIDE = 1000  # the width of a pipe: a row is always one line
_GAP = 3  # characters between two columns
_PATIENCE = 0.7  # seconds before a progress bar shows
_FORMULA = re.compile(r"[=+\-@\t\r]")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a table. Its cells are never broken into lines."""

    text: str
    is_number: bool = False
    drop: int = 0
    """When it is dropped from a window too narrow for all columns: 1 is first, 0 is never."""


def print_json(value: object) -> None:
    """Print a value as JSON, in ASCII so that every console can show it."""
    click.echo(json.dumps(value, indent=2))


def print_csv(rows: Sequence[Mapping[str, object]], fields: Sequence[str]) -> None:
    """Print rows as CSV with a header; None is an empty cell.

    A text that a spreadsheet would run as a formula gets an apostrophe in front. Control characters
    and lone surrogates are replaced.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows([_cell(row.get(name)) for name in fields] for row in rows)
    click.echo(buffer.getvalue(), nl=False)


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    quote = "'" if _FORMULA.match(value) else ""
    return quote + _UNPRINTABLE.sub("\ufffd", value)


def console(*, error: bool = False, width: int = 0) -> "Console":
    """A rich console on a standard stream, as wide as the window but at least `width`."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    screen = Console(file=stream, highlight=False, markup=False, emoji=False)
    screen.width = max(width, screen.width if stream.isatty() else _WIDE)
    return screen


def print_table(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> list[str]:
    """Print a table, in ASCII if the console can show nothing else.

    Returns the headings of the columns that were dropped. The others are printed whole, even if
    they are wider than the window.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    columns = list(zip([heading.text for heading in headings], *rows, strict=True))
    widths = [max(Text(cell).cell_len for cell in column) + _GAP for column in columns]
    shown = list(range(len(headings)))
    for n in sorted((n for n in shown if headings[n].drop), key=lambda n: headings[n].drop):
        if sum(widths[k] for k in shown) - _GAP > console().width:
            shown = [k for k in shown if k != n]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for n in shown:
        text, is_number = headings[n].text, headings[n].is_number
        table.add_column(Text(text), justify="right" if is_number else "left", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(row[n]) for n in shown))
    console(width=sum(widths[n] for n in shown)).print(table)
    return [heading.text for n, heading in enumerate(headings) if n not in shown]


def speaks_unicode() -> bool:
    """Whether the console can certainly show more than ASCII."""
    return not console().options.ascii_only


def with_progress(items: Sequence[_T], what: str) -> Iterator[_T]:
    """The items, with a progress bar on a terminal if they take more than a moment."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import Progress

    with Progress(console=console(error=True), transient=True) as progress:
        task = progress.add_task(what, total=len(items), visible=False)
        timer = Timer(_PATIENCE, progress.update, (task,), {"visible": True})
        timer.start()
        try:
            for item in items:
                yield item
                progress.advance(task)
        finally:
            timer.cancel()


@contextmanager
def status_line() -> Generator[Callable[[str], None]]:
    """A status line shown on a terminal until the work is done; yields a function to set it."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with console(error=True).status("") as status:
        yield status.update

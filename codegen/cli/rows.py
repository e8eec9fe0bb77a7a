"""How commands print rows: a table for people, JSON or CSV for programs, plain lines for pipes."""

import csv
import io
import json
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
_WIDE = 1000  # where nobody's window sets the width, a row is a line
_BETWEEN = 3  # characters between two columns
_PATIENCE = 0.7  # seconds before a progress bar shows, so that it shows only for long waits


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a table."""

    text: str
    is_number: bool = False
    folds: bool = False
    """Whether it may be broken into lines in a narrow window."""
    is_spare: bool = False
    """Whether it is left out of a window that is too narrow for all; the last one goes first."""


def form_options(command: Callable[..., object]) -> Callable[..., object]:
    """Adds `--json` and `--csv`; the command gets them as `form`: "json", "csv" or "table"."""
    for form in ("csv", "json"):
        text = f"Print {form.upper()} instead of a table."
        command = click.option(f"--{form}", "form", flag_value=form, help=text)(command)
    return click.option("--table", "form", flag_value="table", default="table", hidden=True)(
        command
    )


def print_json(value: object) -> None:
    """Print a value as JSON, in ASCII, so that every console can show it."""
    click.echo(json.dumps(value, indent=2))


def print_csv(rows: Sequence[Mapping[str, object]], fields: Sequence[str]) -> None:
    """Print rows as CSV with a line of headings; None is an empty cell."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, fields, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    click.echo(buffer.getvalue(), nl=False)


def console(*, error: bool = False) -> "Console":
    """A rich console on a standard stream as wide as the window, or wide enough for a pipe."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else _WIDE
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def print_table(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> list[str]:
    """Print a table; its lines are ASCII where the console can show no others.

    Gives back the headings that the window is too narrow for.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    screen = console()
    columns = zip([heading.text for heading in headings], *rows, strict=True)
    widths = [max(map(len, column)) for column in columns]
    shown = list(range(len(headings)))
    for n in (n for n in reversed(range(len(headings))) if headings[n].is_spare):
        if sum(widths[k] + _BETWEEN for k in shown) - _BETWEEN > screen.width:
            shown.remove(n)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in (headings[n] for n in shown):
        table.add_column(
            Text(heading.text),
            justify="right" if heading.is_number else "left",
            overflow="fold",
            no_wrap=not heading.folds,
        )
    for row in rows:
        table.add_row(*(Text(row[n]) for n in shown))
    screen.print(table)
    return [heading.text for n, heading in enumerate(headings) if n not in shown]


def speaks_unicode() -> bool:
    """Whether the console can show more than ASCII for certain."""
    return not console().options.ascii_only


def waiting(items: Sequence[_T], what: str) -> Iterator[_T]:
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
def telling() -> Generator[Callable[[str], None]]:
    """Gives a function to call with what is going on, which stands on a terminal until then."""
    if not sys.stderr.isatty():
        yield _nobody
        return
    with console(error=True).status("") as status:
        yield status.update


def _nobody(text: str) -> None:
    """Who is told where nobody looks."""

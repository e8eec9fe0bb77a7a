"""`stats`: record what the Hub says of the uploads, and show it over time."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..problem import DefinitionError, Problem, Where
from ..project.config import Config
from ..stats.chart import SUFFIXES, draw
from ..stats.choice import MOST, choose
from ..stats.record import EXPAND, make_rows, owners
from ..stats.report import BY, VIEWS, report
from ..stats.series import History, read_history
from ..stats.store import day_files, write_day
from .completion import checked_families, complete_family, complete_model, declared
from .rows import form_options, telling, waiting
from .usage import print_report

if TYPE_CHECKING:
    from huggingface_hub import ModelInfo

_DAYS = re.compile(r"(\d{1,5})d")


def _period(ctx: click.Context, param: click.Parameter, value: str) -> date | timedelta:
    """A day, or how long before the last record."""
    if match := _DAYS.fullmatch(value):
        return timedelta(days=int(match[1]))
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("write a day (2026-11-25) or a number of days (30d)") from None


_folder = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the files of days are, if not where the project keeps them.",
)
_since = click.option(
    "--since",
    metavar="DATE|Nd",
    callback=_period,
    default="30d",
    show_default=True,
    help="Where the period begins: a day, or days before the last record.",
)


@click.group()
def stats() -> None:
    """Record what the Hub says of the uploads, and show it over time."""


@stats.command()
@click.option("--originals", is_flag=True, help="The publishers' own repos and mirrors as well.")
@_folder
@click.pass_context
def record(ctx: click.Context, *, originals: bool, folder: Path | None) -> None:
    """Ask the Hub how the declared uploads are used, and write it to the file of today (UTC).

    Lists the uploaders' repos, at one request for a thousand of them; a second call on a day
    replaces the first. With --originals every publisher is listed too, at one request or more for
    each. Exits 2, with nothing recorded, where a listing is not complete.
    """
    config: Config = ctx.obj
    models = [model for family in declared(config) for model in family.models]
    asked = owners(models, originals=originals)
    day = datetime.now(UTC).date()
    listed, reason = _list(asked)
    if reason:
        click.echo(f"{reason}; nothing was recorded.", err=True)
        ctx.exit(2)
    made = make_rows(models, asked, listed, day)
    if not made.rows:
        click.echo("No declared upload is among those listed; nothing was recorded.", err=True)
        ctx.exit(2)
    path = write_day(folder or config.stats, day, made.rows)
    click.echo(
        f"{Where(path, 0)}: {len(made.rows):,} of {len(made.rows) + len(made.absent):,} models"
    )
    if made.absent:
        shown = ", ".join(made.absent[:3]) + (" …" if made.absent[3:] else "")
        click.echo(f"Not listed on the Hub: {shown}. `hubenum verify` says why.", err=True)


def _list(asked: Iterable[str]) -> tuple[list["ModelInfo"], str]:
    """What these owners have on the Hub; why that cannot be told, at the first of whom it is so."""
    from ..hub.ask import list_uploads

    listed: list[ModelInfo] = []
    with telling() as tell:
        for owner in asked:
            tell(f"Listing {owner}")
            progress = partial(_tell_number, tell, owner)
            listing = list_uploads(owner, expand=EXPAND, progress=progress)
            if not listing.complete or not listing.rows:
                return [], f"{owner}: {listing.reason or 'the listing is empty'}"
            listed += listing.rows
    return listed, ""


def _tell_number(tell: Callable[[str], None], owner: str, number: int) -> None:
    tell(f"Listing {owner}: {number:,} repos")


@stats.command()
@click.argument("view", type=click.Choice(list(VIEWS)), default="top")
@click.option("--by", type=click.Choice(list(BY)), default="model", show_default=True, help="Sum.")
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Rows at most."
)
@_since
@_folder
@form_options
@click.pass_obj
def show(
    config: Config,
    *,
    view: str,
    by: str,
    limit: int,
    since: date | timedelta,
    folder: Path | None,
    form: str,
) -> None:
    """Show which uploads are used most, which rise or fall, which are dead.

    \b
    top      the most downloads in the 30 days before the last record
    rising   that number grew most within the period
    falling  it shrank most
    dead     no download within the period
    """
    history = _history(folder or config.stats, since)
    families = () if by == "model" else declared(config)
    models = [model for family in families for model in family.models]
    print_report(report(history, models, view=view, by=by), form, limit)


@stats.command()
@click.argument("names", nargs=-1, shell_complete=complete_model)
@click.option(
    "--family",
    "families",
    multiple=True,
    callback=checked_families,
    shell_complete=complete_family,
    help="The sum of a family; may be repeated.",
)
@click.option(
    "-o", "--output", "outputs", type=click.Path(dir_okay=False, path_type=Path), multiple=True,
    default=("stats.svg",), show_default=True, help="The file, .svg or .png; may be repeated.",
)  # fmt: skip
@_since
@_folder
@click.pass_obj
def plot(
    config: Config,
    *,
    names: tuple[str, ...],
    families: tuple[str, ...],
    outputs: tuple[Path, ...],
    since: date | timedelta,
    folder: Path | None,
) -> None:
    """Draw the downloads of models or families over time.

    NAMES are constants, paths or wildcards for paths; without any, and without --family, it is
    the models with the most downloads.
    """
    for path in outputs:
        if path.suffix.lower() not in SUFFIXES:
            raise click.UsageError(f"{path.name} must end in {' or '.join(SUFFIXES)}")
    history = _history(folder or config.stats, since)
    models = [model for family in declared(config) for model in family.models]
    lines, unknown = choose(history, models, names, families)
    if unknown:
        raise click.UsageError(f"nothing recorded for {', '.join(unknown)}")
    title = f"Downloads in 30 days, {history.days[0]} to {history.days[-1]}"
    for path in outputs:
        try:
            draw(path, history.days, lines[:MOST], title=title)
        except ModuleNotFoundError as error:
            if error.name != "matplotlib":
                raise
            raise click.UsageError(
                "drawing needs matplotlib: pip install 'hubenum[plot]'"
            ) from None
        click.echo(f"wrote {path}")
    if lines[MOST:]:
        click.echo(f"The {MOST} with the most downloads; {len(lines) - MOST:,} more fit.", err=True)


def _history(folder: Path, since: date | timedelta) -> History:
    """What a folder holds of a period. Raises DefinitionError where that is nothing."""
    paths = day_files(folder)
    if paths:
        last = date.fromisoformat(paths[-1].stem)
        first = last - since if isinstance(since, timedelta) else since
        paths = [path for path in paths if path.stem >= first.isoformat()]
        found = f"nothing is recorded since {first}"
    else:
        found = "nothing is recorded here"
    if not paths:
        cure = "Run `hubenum stats record`, once a day."
        raise DefinitionError([Problem(Where(folder, 0), "", "", found, cure)])
    return read_history(waiting(paths, "Reading"))

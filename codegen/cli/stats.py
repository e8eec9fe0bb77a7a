"""`hubenum stats`: record what the Hub reports for the uploads, and show it over time."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from ..problem import Undecided, Where, refused
from ..project.config import Config, require_project
from ..stats.chart import MOST, SUFFIXES, choose_lines, draw
from ..stats.ranking import BY, VIEWS, rank
from ..stats.record import EXPAND, make_day, owners
from ..stats.series import History, read_history
from ..stats.store import day_files, write_day
from .completion import complete_family, complete_model
from .families import checked_families, declared
from .network import list_repos, max_wait_option
from .rows import with_progress
from .usage import print_ranking

_DAYS = re.compile(r"(\d{1,5})d")


def _period(ctx: click.Context, param: click.Parameter, value: str) -> date | timedelta:
    """A day, or a time before the last record."""
    if match := _DAYS.fullmatch(value):
        return timedelta(days=int(match[1]))
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("write a day (2026-11-25) or a number of days (30d)") from None


_folder = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of recorded days, if not that of the project.",
)
_since = click.option(
    "--since",
    metavar="DATE|Nd",
    callback=_period,
    default="30d",
    show_default=True,
    help="The start of the period: a day, or a number of days before the last record.",
)


@click.group()
def stats() -> None:
    """Record downloads and likes of the uploads, and show how they change.

    \b
    Examples:
      hubenum stats record
      hubenum stats show rising
    """


@stats.command()
@click.option("--originals", is_flag=True, help="Include the publishers' own repos and mirrors.")
@_folder
@max_wait_option
@click.pass_obj
def record(config: Config, *, originals: bool, folder: Path | None, max_wait: int) -> None:
    """Record today's downloads and likes of the uploads (in UTC).

    Lists the uploaders' repos with one request per thousand repos. A second call on the same day
    replaces the first. --originals also lists every publisher, with at least one request each.
    Exits 2 and records nothing if a listing is incomplete.

    \b
    Examples:
      hubenum stats record
      hubenum stats record --originals
    """
    require_project(config)
    models = [model for family in declared(config) for model in family.models]
    names = owners(models, originals=originals)
    today = datetime.now(UTC).date()
    listed = list_repos(names, EXPAND, max_wait, "nothing was recorded")
    day = make_day(models, names, listed, today)
    if not day.rows:
        raise Undecided("No declared upload is listed; nothing was recorded.")
    path = write_day(folder or config.stats, today, day.rows)
    total = len(day.rows) + len(day.absent)
    click.echo(f"{Where(path, 0)}: {len(day.rows):,} of {total:,} models")
    if day.absent:
        shown = ", ".join(day.absent[:3]) + (" …" if day.absent[3:] else "")
        click.echo(f"Not listed on the Hub: {shown}. Run `hubenum verify` to see why.", err=True)
    for text in day.invalid:
        click.echo(f"{text}; recorded as unknown.", err=True)


@stats.command()
@click.argument("view", type=click.Choice(list(VIEWS)), default="top")
@click.option(
    "--by", type=click.Choice(list(BY)), default="model", show_default=True, help="Group by."
)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="Show at most N rows.",
)
@_since
@_folder
@click.option("--csv", "form", flag_value="csv", help="Print CSV instead of a table.")
@click.option("--json", "form", flag_value="json", help="Print JSON instead of a table.")
@click.pass_obj
def show(
    config: Config,
    *,
    view: str,
    by: str,
    limit: int,
    since: date | timedelta,
    folder: Path | None,
    form: str | None,
) -> None:
    """Show which uploads are used most, rise, fall or are dead.

    \b
    top      most downloads in the 30 days before the last record
    rising   largest growth of that number within the period
    falling  largest fall of that number within the period
    dead     no downloads within the period

    \b
    Examples:
      hubenum stats show
      hubenum stats show rising --since 7d
    """
    history = _history(folder or config.stats, since)
    families = () if by == "model" else declared(config)
    models = [model for family in families for model in family.models]
    print_ranking(rank(history, models, view=view, by=by), form, limit)


@stats.command()
@click.argument("names", nargs=-1, shell_complete=complete_model)
@click.option(
    "--family",
    "families",
    multiple=True,
    callback=checked_families,
    shell_complete=complete_family,
    help="Draw the sum of a family; may be repeated.",
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

    NAMES are constants, repo ids or wildcards for ids. Without NAMES and --family, draws the models
    with the most downloads.

    \b
    Examples:
      hubenum stats plot unsloth/Qwen3-8B
      hubenum stats plot --family qwen
    """
    for path in outputs:
        if path.suffix.lower() not in SUFFIXES:
            raise click.UsageError(f"{path.name} must end in {' or '.join(SUFFIXES)}")
    history = _history(folder or config.stats, since)
    models = [model for family in declared(config) for model in family.models]
    lines, unknown = choose_lines(history, models, names, families)
    if unknown:
        raise click.UsageError(f"nothing recorded for {', '.join(unknown)}")
    title = f"Downloads in 30 days, {history.days[0]} to {history.days[-1]}"
    for path in outputs:
        try:
            draw(path, history.days, lines[:MOST], title=title)
        except ModuleNotFoundError as error:
            if error.name != "matplotlib":
                raise
            message = "drawing needs matplotlib: pip install 'hubenum[plot]'"
            raise click.UsageError(message) from None
        click.echo(f"wrote {path}")
    if lines[MOST:]:
        more = len(lines) - MOST
        click.echo(f"Drew the {MOST} with the most downloads; left out {more:,}.", err=True)


def _history(folder: Path, since: date | timedelta) -> History:
    """The records of a period. Raises DefinitionError if there are none."""
    paths = day_files(folder)
    if not paths:
        cure = "Run `hubenum stats record` once a day."
        raise refused(folder, "", "nothing is recorded here", cure)
    last = date.fromisoformat(paths[-1].stem)
    first = last - since if isinstance(since, timedelta) else since
    if first > last:
        problem = f"nothing is recorded since {first}; the last record is of {last}"
        cure = f"Choose an earlier day, such as --since {last}, or run `hubenum stats record`."
        raise refused(folder, "", problem, cure)
    paths = [path for path in paths if path.stem >= first.isoformat()]
    return read_history(with_progress(paths, "Reading"))

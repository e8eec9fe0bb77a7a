"""`hubenum catalog` at the command line."""

import json
from pathlib import Path

import click

from ..catalog.content import Usage, catalog_data, evenly
from ..catalog.page import catalog_page
from ..files import write
from ..hub.lock import read_lock
from ..project.config import Config
from ..stats.series import read_history
from ..stats.store import day_files
from .completion import declared
from .rows import with_progress

_SCHEMA = Path(__file__).resolve().parents[1] / "catalog" / "schema.json"


@click.command()
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("catalog"),
    show_default=True,
    help="The folder to write them to.",
)
@click.option(
    "--stats",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the files of days are, if not where the project keeps them.",
)
@click.pass_obj
def catalog(config: Config, *, output: Path, stats: Path | None) -> None:
    """Write a web page of all models, which needs no network, and the same as JSON.

    What `stats record` and `verify --record` have written is shown too.
    """
    lock = read_lock(config.definitions)
    data = catalog_data(declared(config), lock=lock, stats=_usage(stats or config.stats))
    files = {
        "catalog.html": catalog_page(data),
        "catalog.json": json.dumps(data, ensure_ascii=False, indent=1) + "\n",
        "catalog.schema.json": _SCHEMA.read_text("utf-8"),
    }
    changed = write(output, files)
    what = f"wrote {', '.join(changed)}" if changed else "nothing to write"
    count = len(data["models"])
    click.echo(f"{output / 'catalog.html'}: {count:,} model{'s'[: count != 1]}; {what}")


def _usage(folder: Path) -> Usage | None:
    """Downloads over time, from as many of the recorded days as are shown."""
    paths = evenly(day_files(folder))
    if not paths:
        return None
    history = read_history(with_progress(paths, "Reading"))
    return Usage(
        days=[day.isoformat() for day in history.days],
        downloads={repo_id: series.downloads for repo_id, series in history.series.items()},
    )

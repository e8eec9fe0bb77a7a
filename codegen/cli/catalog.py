"""`hubenum catalog` at the command line."""

import json
from pathlib import Path

import click

from ..catalog.content import SCHEMA, Usage, catalog_data, evenly
from ..catalog.page import catalog_page
from ..files import read_text, write
from ..hub.lock import read_lock
from ..problem import refused
from ..project.config import Config
from ..stats.series import read_history
from ..stats.store import day_files
from .families import declared
from .rows import with_progress
from .words import counted

_OURS = {
    "catalog.html": "hubenum</title>",
    "catalog.json": '"$schema": "catalog.schema.json"',
    "catalog.schema.json": "`hubenum catalog`",
}
"""What stands near the top of each file."""
_HEAD = 2000
"""So many characters are near the top."""


@click.command()
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("catalog"),
    show_default=True,
    help="The folder to write to.",
)
@click.option(
    "--stats",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of recorded days, if not that of the project.",
)
@click.pass_obj
def catalog(config: Config, *, output: Path, stats: Path | None) -> None:
    """Write all models as a web page that works offline, and as JSON.

    Includes what `stats record` and `verify --record` wrote.

    \b
    Examples:
      hubenum catalog
      hubenum catalog --output site
    """
    data = catalog_data(
        declared(config),
        package=_package(config.output),
        lock=read_lock(config.definitions),
        stats=_usage(stats or config.stats),
    )
    files = {
        "catalog.html": catalog_page(data),
        "catalog.json": json.dumps(data, ensure_ascii=False, indent=1) + "\n",
        "catalog.schema.json": SCHEMA,
    }
    for name, sign in _OURS.items():
        if (text := read_text(output / name)) and sign not in text[:_HEAD]:
            wrong = "not written by `hubenum catalog`, so it is not overwritten"
            raise refused(output / name, "", wrong, "Name another folder with --output.")
    changed = write(output, files)
    what = f"wrote {', '.join(changed)}" if changed else "nothing to write"
    click.echo(f"{output / 'catalog.html'}: {counted(len(data['models']), 'model')}; {what}")


def _package(output: Path) -> str:
    """What the generated package is imported as: its folder, inside the packages around it."""
    names = [output.name]
    for folder in output.parents:
        if not (folder / "__init__.py").is_file():
            break
        names.insert(0, folder.name)
    return ".".join(names)


def _usage(folder: Path) -> Usage | None:
    """Downloads over time, on as many of the recorded days as are shown."""
    paths = evenly(day_files(folder))
    if not paths:
        return None
    history = read_history(with_progress(paths, "Reading"))
    return Usage(
        days=[day.isoformat() for day in history.days],
        downloads={repo_id: series.downloads for repo_id, series in history.series.items()},
        likes={repo_id: row.likes for repo_id, row in history.last.items()},
    )

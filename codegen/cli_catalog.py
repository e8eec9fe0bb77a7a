"""`hubenum catalog` at the command line."""

import json
from pathlib import Path

import click

from .catalog import catalog_data
from .config import Config
from .expand import read
from .output import write

_SCHEMA = Path(__file__).parent / "catalog.schema.json"


@click.command()
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("catalog"),
    show_default=True,
    help="The folder to write them to.",
)
@click.pass_obj
def catalog(config: Config, output: Path) -> None:
    """Write a web page of all models, which needs no network, and the same as JSON."""
    from .catalog_page import catalog_page  # jinja2 takes its time, and other commands do not wait

    families = read(config.definitions, uploader=config.uploader, originals=config.originals)
    data = catalog_data(families)
    files = {
        "catalog.html": catalog_page(data),
        "catalog.json": json.dumps(data, ensure_ascii=False, indent=1) + "\n",
        _SCHEMA.name: _SCHEMA.read_text("utf-8"),
    }
    changed = write(output, files)
    what = f"wrote {', '.join(changed)}" if changed else "nothing to write"
    count = len(data["models"])
    click.echo(f"{output / 'catalog.html'}: {count:,} model{'s'[: count != 1]}; {what}")

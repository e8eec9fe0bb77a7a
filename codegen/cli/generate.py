"""`generate` and `check` at the command line: the same code, with and without the writing."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..history.memory import digest, recall, remember
from ..project.config import Config

if TYPE_CHECKING:  # what `check` does not need when it remembers is imported when it is needed
    from ..models.model import Family

_LAYOUT = ".black-version"
"""The file in the output folder that says which black laid the others out."""


@click.command()
@click.option("--retire", is_flag=True, help="Retire names that would be lost, in the definitions.")
@click.option("--why", metavar="TEXT", help="With --retire: the reason to write down.")
@click.pass_context
def generate(ctx: click.Context, *, retire: bool, why: str | None) -> None:
    """Write the typed package from the definitions; only files that differ are written.

    Exits 1, with nothing written, where a name of the committed package would be lost.
    """
    from ..files import write
    from ..render.layout import layout
    from . import lost

    config: Config = ctx.obj
    if why and not retire:
        raise click.UsageError("--why goes with --retire")
    guarded = lost.guard(config)
    if retire and not guarded.is_safe:
        guarded = lost.retire(config, guarded, why)
    if not guarded.is_safe:
        lost.report(config, guarded)
        ctx.exit(1)
    drafts = _drafts(config, guarded.families)
    changed = [n for folder, files in drafts.items() for n in write(folder, layout(files))]
    if changed or not (config.output / _LAYOUT).is_file():
        write(config.output, {_LAYOUT: f"{version('black')}\n"})
    what = f"wrote {', '.join(changed)}" if changed else "nothing to write"
    click.echo(f"{_counts(guarded.families)}; {what}")


@click.command()
@click.option("--strict", is_flag=True, help="Layout counts too, whatever black laid it out.")
@click.pass_context
def check(ctx: click.Context, *, strict: bool) -> None:
    """Compare the typed package with the definitions; print the difference, write nothing."""
    config: Config = ctx.obj
    current = digest(config)
    if said := recall(config, current):
        click.echo(said)
        return

    from ..files import diff, read_text, unlike
    from ..render.layout import layout, same_code
    from . import lost

    guarded = lost.guard(config)
    diffs: dict[str, str] = {}
    layouts: list[str] = []
    for folder, files in _drafts(config, guarded.families).items():
        files = {**files, **layout(unlike(folder, files))}  # what is alike needs no black
        for name, text in diff(folder, files).items():
            old, new = read_text(folder / name), files.get(name, "")
            if not strict and old and same_code(old, new):
                layouts.append(name)
            else:
                diffs[name] = text
    summary = f"{_counts(guarded.families)}; up to date"
    if not diffs and guarded.is_safe:
        click.echo(summary)
        if layouts:
            click.echo(f"{', '.join(layouts)}: laid out by black {_black_of(config)}, here is black"
                       f" {version('black')}; the code is the same.", err=True)  # fmt: skip
        else:
            remember(config, current, summary)
        return
    for text in diffs.values():
        click.echo(text, nl=False)
    if diffs:
        click.echo(f"{', '.join(diffs)} differ from the definitions.", err=True)
    if conflicts := [name for name, text in diffs.items() if "\n-<<<<<<< " in text]:
        click.echo(f"{', '.join(conflicts)}: conflict markers of a merge; regenerate.", err=True)
    if guarded.is_safe:
        click.echo(f"Repair with: {lost.program()} generate", err=True)
    else:
        lost.report(config, guarded)
    ctx.exit(1)


def _drafts(config: Config, families: Sequence["Family"]) -> dict[Path, Mapping[str, str]]:
    """What is to stand in which folder, not laid out yet: the typed package, and the README."""
    from ..render.readme import with_table
    from ..render.text import draft

    files: dict[Path, Mapping[str, str]] = {config.output: draft(families)}
    if config.readme:
        text = config.readme.read_bytes().decode().replace("\r\n", "\n")
        files[config.readme.parent] = {config.readme.name: with_table(text, families)}
    return files


def _black_of(config: Config) -> str:
    try:
        return (config.output / _LAYOUT).read_text("utf-8").strip()
    except OSError:
        return "of an unknown version"


def _counts(found: Sequence["Family"]) -> str:
    models = sum(len(family.models) for family in found)
    families = sum(bool(family.models) for family in found)
    return f"{_count(families, 'family', 'families')}, {_count(models, 'model', 'models')}"


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"

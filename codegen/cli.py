"""The command line: the only part that prints, exits or reads options.

Exit 0: nothing to report. Exit 1: a finding. Exit 2: could not decide, and nothing was changed.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from . import cli_catalog, cli_retire
from .config import Config, find_config
from .expand import read
from .model import Family
from .output import diff, write
from .problem import DefinitionError
from .table import with_table


class _Group(click.Group):
    """Prints collected problems once, on stderr, and exits 2; no traceback for an author's
    mistake."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DefinitionError as error:
            for problem in error.problems:
                click.echo(str(problem), err=True)
            count = len(error.problems)
            click.echo(f"{count} problem{'s'[: count != 1]}; nothing was changed.", err=True)
            ctx.exit(2)
        except OSError as error:
            click.echo(f"{error.filename or 'the system'}: {error.strerror or error}", err=True)
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hubenum")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Typed enums of Hugging Face model paths, generated from family definitions."""
    ctx.obj = find_config(Path.cwd())


cli.add_command(cli_catalog.catalog)


def families(config: Config) -> tuple[Family, ...]:
    """Everything the project's definitions declare."""
    return read(config.definitions, uploader=config.uploader, originals=config.originals)


def outputs(config: Config, found: Sequence[Family]) -> dict[Path, dict[str, str]]:
    """What is to stand in which folder: the typed package, and the README with its table."""
    from .render import render  # black is slow to import, and most commands do not need it

    files = {config.output: render(found)}
    if config.readme:
        text = config.readme.read_bytes().decode().replace("\r\n", "\n")
        files[config.readme.parent] = {config.readme.name: with_table(text, found)}
    return files


@cli.command()
@click.option("--retire", is_flag=True, help="Retire names that would be lost, in the definitions.")
@click.option("--why", metavar="TEXT", help="With --retire: the reason to write down.")
@click.pass_context
def generate(ctx: click.Context, *, retire: bool, why: str | None) -> None:
    """Write the typed package from the definitions; only files that differ are written.

    Exits 1, with nothing written, where a name of the committed package would be lost.
    """
    config: Config = ctx.obj
    if why and not retire:
        raise click.UsageError("--why goes with --retire")
    guarded = cli_retire.guard(config)
    if retire and not guarded.is_safe:
        guarded = cli_retire.retire(config, guarded, why)
    if not guarded.is_safe:
        cli_retire.report(config, guarded)
        ctx.exit(1)
    found = guarded.families
    changed = [n for folder, files in outputs(config, found).items() for n in write(folder, files)]
    what = f"wrote {', '.join(changed)}" if changed else "nothing to write"
    click.echo(f"{_counts(found)}; {what}")


@cli.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """Compare the typed package with the definitions; print the difference, write nothing."""
    config: Config = ctx.obj
    guarded = cli_retire.guard(config)
    found = guarded.families
    diffs: dict[str, str] = {}
    for folder, files in outputs(config, found).items():
        diffs |= diff(folder, files)
    if not diffs and guarded.is_safe:
        click.echo(f"{_counts(found)}; up to date")
        return
    for text in diffs.values():
        click.echo(text, nl=False)
    if diffs:
        click.echo(f"{', '.join(diffs)} differ from the definitions.", err=True)
    if conflicts := [name for name, text in diffs.items() if "\n-<<<<<<< " in text]:
        click.echo(f"{', '.join(conflicts)}: conflict markers of a merge; regenerate.", err=True)
    if guarded.is_safe:
        click.echo("Repair with: python -m codegen generate", err=True)
    else:
        cli_retire.report(config, guarded)
    ctx.exit(1)


def _counts(found: Sequence[Family]) -> str:
    models = sum(len(family.models) for family in found)
    families = sum(bool(family.models) for family in found)
    return f"{_count(families, 'family', 'families')}, {_count(models, 'model', 'models')}"


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:  # a console that cannot show a character shows its escape, not a crash
            reconfigure(errors="backslashreplace")
    cli.main(args=arguments, prog_name="hubenum")
    raise AssertionError("click exits by itself")

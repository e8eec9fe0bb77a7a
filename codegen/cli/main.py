"""The command line: the only part that prints, exits or reads options.

Exit 0: nothing to report. Exit 1: a finding. Exit 2: could not decide, and nothing was changed.
"""

import contextlib
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn, cast

import click

from ..problem import DefinitionError
from ..project.config import config_of, find_config

_COMMANDS: Mapping[str, str] = {
    "catalog": "catalog:catalog",
    "check": "generate:check",
    "completion": "completion:completion",
    "diff": "diff:diff_command",
    "generate": "generate:generate",
    "init": "init:init",
    "search": "search:search",
    "stats": "stats:stats",
    "sync": "sync:sync",
    "verify": "verify:verify_command",
}
"""Command to where it is; imported when it is asked for, so that none waits for another's needs."""

_ANYWHERE = ("completion", "init")
"""Commands that need no project."""

_READING = ("catalog", "diff", "search", "stats", "verify")
"""Commands that use the models that come with hubenum where there is no project."""

_NEEDS_PROJECT = "hubenum.needs_project"
"""Whether more than help is asked for, among what click's context holds."""


class _Group(click.Group):
    """Prints collected problems once, on stderr, and exits 2; no traceback for an author's
    mistake."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        return cast("click.Command", getattr(import_module(f".{module}", __package__), name))

    def invoke(self, ctx: click.Context) -> object:
        wants_help = not {*ctx.args}.isdisjoint(ctx.help_option_names)
        ctx.meta[_NEEDS_PROJECT] = not wants_help
        try:
            return super().invoke(ctx)
        except DefinitionError as error:
            for problem in error.problems:
                click.echo(str(problem), err=True)
            count = len(error.problems)
            click.echo(f"{count} problem{'s'[: count != 1]}; nothing was changed.", err=True)
            ctx.exit(2)
        except KeyboardInterrupt:
            click.echo("Broken off.", err=True)
            ctx.exit(2)
        except BrokenPipeError:  # the reader has seen enough, as click knows
            raise
        except OSError as error:
            click.echo(f"{error.filename or 'the system'}: {error.strerror or error}", err=True)
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hubenum")
@click.option(
    "-C",
    "--directory",
    type=click.Path(exists=True, file_okay=False),
    help="Run as if started in this folder.",
)
@click.pass_context
def cli(ctx: click.Context, directory: str | None) -> None:
    """Typed enums of Hugging Face model paths, generated from family definitions."""
    if directory is not None:
        ctx.with_resource(contextlib.chdir(directory))
    if ctx.invoked_subcommand not in _ANYWHERE and ctx.meta[_NEEDS_PROJECT]:
        reads = ctx.invoked_subcommand in _READING
        config = config_of(ctx.obj) if ctx.obj else find_config(Path.cwd(), or_bundled=reads)
        if config.is_bundled:
            click.echo("No project here: using the models that come with hubenum.", err=True)
        ctx.obj = config


def main(arguments: Sequence[str] | None = None, *, definitions: Path | None = None) -> NoReturn:
    """Run the command line and exit; for the project of these definitions, if any are given, and
    not of the working directory."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:  # a console that cannot show a character shows its escape, not a crash
            reconfigure(errors="backslashreplace")
    cli.main(args=arguments, prog_name="hubenum", obj=definitions)
    raise AssertionError("click exits by itself")

"""The command line: the only package that prints, exits or reads options.

Exit codes: 0 nothing to report, 1 a finding, 2 could not decide and nothing was changed.
"""

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn, cast

import click

from .failure import open_closed_streams, print_failure
from .words import either

_COMMANDS: Mapping[str, tuple[str, str]] = {
    "catalog": ("catalog:catalog", "Write a web page and a JSON file of all models."),
    "check": ("generate:check", "Compare the typed package with the definitions."),
    "completion": ("completion:completion", "Print the completion script for a shell."),
    "diff": ("diff:diff_command", "Show what changed for users since a revision or release."),
    "generate": ("generate:generate", "Write the typed package from the definitions."),
    "init": ("init:init", "Start a project for your own models in this folder."),
    "search": ("search:search", "Find models."),
    "stats": ("stats:stats", "Record and show downloads and likes over time."),
    "sync": ("sync:sync", "Find uploads on the Hub that no definition declares."),
    "verify": ("verify:verify_command", "Check every declared id on the Hub."),
}
"""Command -> where it is, and its summary. A command is imported only if it is used."""

_ANYWHERE = ("completion", "init")
"""Commands that need no project."""

_READING = ("catalog", "diff", "search", "stats", "verify")
"""Commands that use the models that come with hubenum if there is no project."""

_WRITING = ("generate", "stats", "sync", "verify")
"""Commands that complete what a killed process began to write."""

_DEBUG = "--debug"


@contextlib.contextmanager
def _closed_pipe_is_no_finding() -> Generator[None]:
    """Exit with 2 if the reader of the output is gone, where click would exit with 1."""
    try:
        yield
    except BrokenPipeError:
        raise click.exceptions.Exit(2) from None


class _Group(click.Group):
    """Imports commands when they are used, and turns every exception into exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        place, summary = _COMMANDS[cmd_name]
        module, name = place.split(":")
        command = cast("click.Command", getattr(import_module(f".{module}", __package__), name))
        command.short_help = summary
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name][1]) for name in sorted(_COMMANDS)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in _COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        near = [command for command in _COMMANDS if command.startswith(name)]
        near = near or get_close_matches(name, _COMMANDS, 1)
        cure = (
            f"Did you mean {either([*map(repr, near)])}?"
            if near
            else f"Use one of: {', '.join(_COMMANDS)}."
        )
        raise click.UsageError(f"No such command {name!r}. {cure}", ctx)

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        with _closed_pipe_is_no_finding():
            return super().make_context(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with _closed_pipe_is_no_finding():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.Abort from None

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        arguments = sys.argv[1:] if args is None else list(args)
        is_debug = _DEBUG in arguments  # wherever it stands
        try:
            arguments = [argument for argument in arguments if argument != _DEBUG]
            code = super().main(arguments, prog_name, complete_var, False, **extra)
            sys.stdout.flush()
        except SystemExit:
            raise
        except BaseException as error:
            if not standalone_mode:
                raise
            print_failure(error, is_debug=is_debug)
            code = 2  # never 1, which is a finding
        if not standalone_mode:
            return code
        sys.exit(code if isinstance(code, int) else 0)


class _NoProject:
    """A placeholder for missing settings: raises the reason when it is used."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __getattr__(self, name: str) -> NoReturn:
        raise self._error


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  hubenum generate
  hubenum search qwen3 8b
  hubenum check --help
""",
)
@click.version_option(None, "-V", "--version", package_name="hubenum")
@click.option(_DEBUG, is_flag=True, expose_value=False, help="Print the traceback of an error.")
@click.option(
    "-C",
    "--directory",
    type=click.Path(exists=True, file_okay=False),
    help="Run as if started in this folder.",
)
@click.pass_context
def cli(ctx: click.Context, directory: str | None) -> None:
    """Generate typed enums of Hugging Face model ids, and check the ids on the Hub."""
    if directory is not None:
        ctx.with_resource(contextlib.chdir(directory))
    if ctx.invoked_subcommand in _ANYWHERE:
        return
    from ..files import recover
    from ..problem import DefinitionError
    from ..project.config import config_of, find_config
    from .ownership import require_own

    reads = ctx.invoked_subcommand in _READING
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise click.UsageError("The working directory does not exist.", ctx) from None
    try:
        config = config_of(ctx.obj) if ctx.obj else find_config(here, or_bundled=reads)
        require_own(config)
    except DefinitionError as error:  # `--help` needs no project
        ctx.obj = _NoProject(error)
        return
    if ctx.invoked_subcommand in _WRITING:
        for folder in (config.definitions, config.output, config.stats):
            recover(folder)
    if config.is_bundled:
        click.echo("No project here: using the models that come with hubenum.", err=True)
    ctx.obj = config


def main(arguments: Sequence[str] | None = None, *, definitions: Path | None = None) -> NoReturn:
    """Run the command line and exit. Uses the project of the working directory, or the one that a
    folder of definitions belongs to."""
    open_closed_streams()
    gc.set_threshold(100_000)  # most objects live as long as the command: looking for garbage
    # among them took a sixth of the time of 10,000 models
    try:
        Path.home()
    except RuntimeError:  # black and others look for one when they are imported
        os.environ["HOME"] = "/nonexistent"
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:  # a console that cannot show a character shows its escape instead
            reconfigure(errors="backslashreplace")
    if "_HUBENUM_COMPLETE" in os.environ:
        import_module(".completion", __package__)  # which completes `--family=ge`, too
    cli.main(args=arguments, prog_name="hubenum", obj=definitions)
    raise AssertionError("click exits by itself")

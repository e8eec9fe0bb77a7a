"""A hook of MkDocs that replaces `::: commands` with the help text of every command."""

import textwrap
from collections.abc import Iterator
from typing import Any

import click

from codegen.cli.main import cli


def on_page_markdown(markdown: str, **_: Any) -> str:
    return markdown.replace("::: commands\n", "\n".join(_sections(cli, None, "hubenum")))


def _sections(command: click.Command, parent: click.Context | None, name: str) -> Iterator[str]:
    """A heading and the help text, for a command and all below it."""
    settings: dict[str, Any] = {**cli.context_settings, "terminal_width": 90}
    context = click.Context(command, parent=parent, info_name=name, **settings)
    yield f"### {context.command_path}\n\n{textwrap.indent(command.get_help(context), '    ')}\n"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found is not None
            yield from _sections(found, context, below)

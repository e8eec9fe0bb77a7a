"""What the shell can complete: families, quantisations and constants, of the project at hand."""

from pathlib import Path
from typing import cast

import click
from click.shell_completion import CompletionItem, get_completion_class

from .config import Config, find_config
from .expand import read
from .model import Family
from .problem import DefinitionError
from .schema import QuantType

_VARIABLE = "_HUBENUM_COMPLETE"


def declared(config: Config) -> tuple[Family, ...]:
    """The families that the definitions of a project declare."""
    return read(config.definitions, uploader=config.uploader, originals=config.originals)


def _families() -> tuple[Family, ...]:
    """The same for the shell, which asks without a command: nothing where there is a mistake."""
    try:
        return declared(find_config(Path.cwd()))
    except (DefinitionError, OSError):
        return ()


class FamilyType(click.ParamType):
    """A family by its file's name or its name in `Family`, in any letter case."""

    name = "family"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The file's name; an error that lists the near ones if there is no such family."""
        wanted = value.casefold().replace("-", "_")
        config = cast(Config, ctx.find_root().obj) if ctx else find_config(Path.cwd())
        stems = [family.stem for family in declared(config) if family.models]
        if wanted not in stems:
            self.fail(f"no family {value!r}; there are: {', '.join(stems)}", param, ctx)
        return wanted

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The families that begin so, each with its summary where the shell shows one."""
        return [
            CompletionItem(family.stem, help=family.summary)
            for family in _families()
            if family.models and family.stem.startswith(incomplete.casefold())
        ]


class QuantTypeType(click.ParamType):
    """A quantisation by its name in `QuantType` or by its tag, in any letter case."""

    name = "quant"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> QuantType:
        """The member; an error that lists all if there is none."""
        if isinstance(value, QuantType):
            return value
        wanted = str(value).casefold()
        for quant in QuantType:
            if wanted in (quant.name.casefold(), quant.value.casefold() or None):
                return quant
        names = ", ".join(quant.name for quant in QuantType)
        self.fail(f"no quantisation {value!r}; there are: {names}", param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin so."""
        names = [quant.name.lower() for quant in QuantType]
        return [CompletionItem(name) for name in names if name.startswith(incomplete.casefold())]


def complete_model(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Constants that begin so; paths once there is a slash."""
    models = [model for family in _families() for model in family.models]
    if "/" in incomplete:
        wanted = incomplete.casefold()
        return [CompletionItem(m.repo_id) for m in models if m.repo_id.casefold().startswith(wanted)]
    wanted = incomplete.upper()
    return [
        CompletionItem(m.constant, help=m.repo_id) for m in models if m.constant.startswith(wanted)
    ]


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that makes a shell complete commands, options and constants.

    \b
    bash: echo 'eval "$(hubenum completion bash)"' >> ~/.bashrc
    zsh:  echo 'eval "$(hubenum completion zsh)"' >> ~/.zshrc
    fish: hubenum completion fish > ~/.config/fish/completions/hubenum.fish
    """
    root = ctx.find_root()
    script = get_completion_class(shell)
    assert script is not None  # one of the three that click brings
    click.echo(script(root.command, {}, "hubenum", _VARIABLE).source())

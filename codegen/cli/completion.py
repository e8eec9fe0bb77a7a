"""What the shell can complete: families, quantisations and constants, of the project at hand."""

from pathlib import Path
from typing import cast

import click
from click.shell_completion import CompletionItem, get_completion_class

from ..models.model import Family
from ..models.quants import used_quants
from ..problem import DefinitionError
from ..project.config import Config, find_config
from ..schema import Quant

_VARIABLE = "_HUBENUM_COMPLETE"


def declared(config: Config) -> tuple[Family, ...]:
    """The families that the definitions of a project declare."""
    from ..models.expand import read  # which single models of `stats` can do without

    return read(*config.folders, originals=config.originals)


def _families() -> tuple[Family, ...]:
    """The same for the shell, which asks without a command: nothing where there is a mistake."""
    try:
        return declared(find_config(Path.cwd()))
    except (DefinitionError, OSError):
        return ()


def checked_family(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A family by its file's name or its name in `Family`, in any letter case; as the file's name.

    An error that lists all if there is no such family.
    """
    if value is None:
        return None
    config = cast(Config, ctx.find_root().obj)
    stems = [family.stem for family in declared(config) if family.models]
    if (wanted := value.casefold().replace("-", "_")) in stems:
        return wanted
    raise click.BadParameter(f"no family {value!r}; there are: {', '.join(stems)}")


def checked_families(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Several families."""
    return tuple(filter(None, (checked_family(ctx, param, value) for value in values)))


def complete_family(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The families that begin so, each with its summary where the shell shows one."""
    return [
        CompletionItem(family.stem, help=family.summary)
        for family in _families()
        if family.models and family.stem.startswith(incomplete.casefold())
    ]


def checked_quants(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[Quant, ...]:
    """Quantisations by name in `QuantType` or by tag, in any letter case.

    An error that lists all if there is none of such a name.
    """
    config = cast(Config, ctx.find_root().obj)
    quants = used_quants(declared(config)) if values else ()
    by_text = {tag.casefold(): quant for quant in quants for tag in quant.tags}
    by_text |= {quant.name.casefold(): quant for quant in quants}
    for value in values:
        if value.casefold() not in by_text:
            names = ", ".join(quant.name.lower() for quant in quants)
            raise click.BadParameter(f"no quantisation {value!r}; there are: {names}")
    return tuple(by_text[value.casefold()] for value in values)


def complete_quant(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The names that begin so."""
    names = [quant.name.lower() for quant in used_quants(_families())]
    return [CompletionItem(name) for name in names if name.startswith(incomplete.casefold())]


def complete_model(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Constants that begin so; paths once there is a slash."""
    models = [model for family in _families() for model in family.models]
    if "/" in incomplete:
        wanted = incomplete.casefold()
        return [
            CompletionItem(m.repo_id) for m in models if m.repo_id.casefold().startswith(wanted)
        ]
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

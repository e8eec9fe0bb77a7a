"""Shell completion of families, quantizations and constants, and the script that installs it."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

from ..files import read_text
from ..problem import DefinitionError
from ..project.config import find_config

_VARIABLE = "_HUBENUM_COMPLETE"
_ZSH = """\
#compdef hubenum
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
"""
_MEMBER = re.compile(r'^    ([A-Z][A-Z0-9_]*) = "([^"\\]+)"\n    """([^\n"]*)', re.MULTILINE)


class _WithEquals(ShellComplete):
    """Completes `--family=ge` as well as `--family ge`."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        items = super().get_completions(args, incomplete)
        option, equals, _ = incomplete.partition("=")
        if not equals or not option.startswith("--"):
            return items
        return [CompletionItem(f"{option}={i.value}", i.type, i.help) for i in items]


class _Bash(_WithEquals, BashComplete):
    """Bash splits words at "=" and completes what follows it."""

    def get_completion_args(self) -> tuple[list[str], str]:
        words = split_arg_string(os.environ["COMP_WORDS"])
        position = int(os.environ["COMP_CWORD"])
        incomplete = words[position] if position < len(words) else ""
        before = words[1:position]
        if incomplete == "=":
            return before, ""
        args: list[str] = []
        for index, word in enumerate(before):
            is_last = index == len(before) - 1
            if word == "=" and args:
                args[-1] += "" if is_last else "="
            elif index and before[index - 1] == "=" and args:
                args[-1] += word
            else:
                args.append(word)
        return args, incomplete


class _Zsh(_WithEquals, ZshComplete):
    """Also starts the completion system of zsh, which a fresh shell may not have done."""

    def source(self) -> str:
        return _ZSH + super().source().removeprefix("#compdef hubenum\n")


class _Fish(_WithEquals, FishComplete):
    """Fish passes words as they are."""


_SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}
for _name, _shell in _SHELLS.items():
    add_completion_class(_shell, _name)


def _output(ctx: click.Context) -> str:
    """The text of the generated models, "" if there is none. Nothing is executed to find it."""
    try:
        start = Path(ctx.find_root().params.get("directory") or ".").resolve()
        return read_text(find_config(start, or_bundled=True).output / "models.py")
    except (DefinitionError, OSError):
        return ""


def _members(ctx: click.Context, enum: str) -> list[tuple[str, str, str]]:
    """Name, value and first line of the docstring of each member of an enum in the output."""
    body = _output(ctx).partition(f"\nclass {enum}(")[2].partition("\nclass ")[0]
    return [(match[1], match[2], match[3]) for match in _MEMBER.finditer(body)]


def _starting(incomplete: str, words: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    """The words that start with `incomplete`, in any letter case, each with its description."""
    start = incomplete.casefold()
    return [CompletionItem(w, help=text) for w, text in words if w.casefold().startswith(start)]


def complete_family(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete families, each with its summary."""
    families = _members(ctx, "Family")
    return _starting(incomplete, ((name.lower(), summary) for name, _, summary in families))


def complete_quant(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete quantizations."""
    return _starting(incomplete, ((name.lower(), "") for name, *_ in _members(ctx, "QuantType")))


def complete_org(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete namespaces."""
    owners = {path.partition("/")[0] for _, path, _ in _members(ctx, "Models")}
    return _starting(incomplete, ((owner, "") for owner in sorted(owners, key=str.casefold)))


def complete_modality(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete modalities."""
    literal = _output(ctx).partition("\n    Modality: TypeAlias = ")[2].partition("\n\n")[0]
    names: list[str] = re.findall(r'"([^"]+)"', literal)
    return _starting(incomplete, ((name, "") for name in names))


def complete_model(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete constants, each with its repo id; or repo ids, once there is a slash."""
    models = _members(ctx, "Models")
    if "/" in incomplete:
        return _starting(incomplete, ((path, "") for _, path, _ in models))
    return _starting(incomplete, ((name, path) for name, path, _ in models))


@click.command()
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell: commands, options, families and models.

    Install it once:

    \b
      echo 'eval "$(hubenum completion bash)"' >> ~/.bashrc
      echo 'eval "$(hubenum completion zsh)"' >> ~/.zshrc
      mkdir -p ~/.config/fish/completions
      hubenum completion fish > ~/.config/fish/completions/hubenum.fish
    """
    root = ctx.find_root()
    click.echo(_SHELLS[shell](root.command, {}, "hubenum", _VARIABLE).source())

"""`search`: find models in the generated package."""

import re
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

import click

from .completion import (
    complete_family,
    complete_modality,
    complete_model,
    complete_org,
    complete_quant,
)
from .families import checked_family, declared, with_lock
from .hints import why_nothing
from .rows import Heading, print_csv, print_json, print_table
from .words import counted, no_such

if TYPE_CHECKING:
    from generated import Models

    from ..project.config import Config

_FIELDS = ("constant", "path", "size", "quant", "original")
_PATTERN = re.compile(r"(?!.*://)[^\s\"'(=]*[*?[][^\s\"'(=]*")  # neither code nor an address
_ARGUMENT = re.compile(r"\b(size|(?:min|max)_parameters)=")  # in a message of the package
_DROP = {"original": 1, "quant": 2, "size": 3, "constant": 4}
_FILTERS = (
    click.option("--family", callback=checked_family, shell_complete=complete_family,
                 help="Only this family."),
    click.option("--size", help='Only this size; a bare number means billions: "8" is "8B".'),
    click.option("--quant", "quant_types", multiple=True, shell_complete=complete_quant,
                 help="Only this quantization, by name or tag; may be repeated."),
    click.option("--tag", "instruct_tag",
                 help='Only this instruct tag; "" for models without one.'),
    click.option("--base-name", help='Only this base name: "Llama".'),
    click.option("--line", help='Only this line of models: "Qwen2.5-VL".'),
    click.option("--version", help='Only this version: "3.1".'),
    click.option("--modality", shell_complete=complete_modality,
                 help='Only this modality: "vision".'),
    click.option("--multimodal", is_flag=True, help="Only models for more than text."),
    click.option("--no-multimodal", is_flag=True, help="Only models for text alone."),
    click.option("--org", shell_complete=complete_org, help="Only repos of this namespace."),
    click.option("--exclude", multiple=True, help="Exclude models that this wildcard matches."),
    click.option("--min-parameters", metavar="NUMBER", help='At least this many parameters: "7B".'),
    click.option("--max-parameters", metavar="NUMBER", help='At most this many parameters: "9B".'),
    click.option("--license", help='Only this license: "apache-2.0".'),
    click.option("--gated", is_flag=True, help="Only repos that need an agreement or approval."),
    click.option("--no-gated", is_flag=True, help="Only repos that need neither."),
    click.option("--min-context", type=click.IntRange(1), metavar="TOKENS",
                 help="At least this many tokens of context."),
)  # fmt: skip


def _with_filters(command: Any) -> Any:
    for option in reversed(_FILTERS):
        command = option(command)
    return command


@click.command()
@click.argument("text", nargs=-1, shell_complete=complete_model)
@_with_filters
@click.option(
    "--sort", type=click.Choice(["best", "name", "size"]), help="Sort by best match, name or size."
)
@click.option("--limit", type=click.IntRange(1), help="Show at most this many models.")
@click.option("--count", is_flag=True, help="Print only the number of models.")
@click.option("-q", "--quiet", is_flag=True, help="Print only repo ids, one per line.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV instead of a table.")
@click.pass_context
def search(  # long: one row per option
    ctx: click.Context,
    /,
    *,
    text: tuple[str, ...],
    sort: str | None,
    limit: int | None,
    count: bool,
    quiet: bool,
    as_json: bool,
    as_csv: bool,
    **filters: Any,
) -> None:
    """Find models by words, wildcards and filters.

    Every word and every filter must match. Words can be a repo id, a constant or pasted text. The
    best match comes first. A word with * or ? is a wildcard for the repo id or the repo name. Exits
    1 if nothing matches.

    \b
    Examples:
      hubenum search llama 3.1 8b --quant bnb
      hubenum search gemma3:27b
      hubenum search '*-Instruct*' --size 8 --quiet
    """
    if sum((count, quiet, as_json, as_csv)) > 1:
        raise click.UsageError("--count, --quiet, --json and --csv exclude each other")
    if count and limit:
        raise click.UsageError("--count counts all models: leave --limit out")
    if sort == "best" and not text:
        raise click.UsageError("--sort best needs words to search for")
    config: Config = ctx.obj
    from ..render.loaded import loaded_package

    families = lambda: with_lock(config, declared(config))  # noqa: E731
    with loaded_package(config.output, families) as package:
        given = _given(package, text, filters)
        models = _models(package, text, given, sort)
        rows = [_row(model) for model in models[:limit]]
        hint = "" if models else why_nothing(package, given)
    if count:
        click.echo(f"{len(models)}")
    elif quiet:
        click.echo("".join(f"{row['path']}\n" for row in rows), nl=False)
    elif as_json:
        print_json(rows)
    elif as_csv:
        print_csv(rows, _FIELDS)
    elif rows:
        headings = [Heading(name, drop=_DROP.get(name, 0)) for name in _FIELDS]
        print_table(headings, [[row[name] or "" for name in _FIELDS] for row in rows])
        shown = "" if len(rows) == len(models) else f", {len(rows):,} shown"
        click.echo(f"{counted(len(models), 'model')}{shown}", err=True)
    if not models:
        click.echo(f"Nothing found{hint}.", err=True)
        ctx.exit(1)


def _given(package: ModuleType, text: Sequence[str], filters: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of `search_models` for words and options. Raises UsageError for options that
    exclude each other."""
    given = {name: value for name, value in filters.items() if value not in (None, (), False)}
    for name in ("multimodal", "gated"):
        yes, no = given.pop(name, False), given.pop(f"no_{name}", False)
        if yes and no:
            raise click.UsageError(f"--{name} and --no-{name} exclude each other")
        if yes or no:
            given[f"is_{name}"] = yes
    words = [word for word in text if not _PATTERN.fullmatch(word)]
    if family := given.get("family"):
        given["family"] = package.Family[family.upper()]
    if "quant_types" in given:
        given["quant_types"] = [_quant(package, quant) for quant in given["quant_types"]]
    if words:
        given["text"] = " ".join(words)
    return given


def _models(
    package: ModuleType, text: Sequence[str], given: Mapping[str, Any], sort: str | None
) -> "list[Models]":
    """The models that match every word and filter. Raises UsageError for a filter that the package
    refuses."""
    try:
        models: list[Models] = package.search_models(**given)
        for pattern in filter(_PATTERN.fullmatch, text):
            fitting = set(package.search_models(search_pattern=pattern))
            models = [model for model in models if model in fitting]
    except (ValueError, TypeError) as error:
        raise click.UsageError(_ARGUMENT.sub(_as_option, str(error))) from None
    if sort == "name":
        models.sort(key=str.casefold)
    elif sort == "size":
        models.sort(key=lambda model: model.parameters or float("inf"))
    return models


def _as_option(argument: re.Match[str]) -> str:
    return f"--{argument[1].replace('_', '-')} "


def _quant(package: ModuleType, text: str) -> Any:
    names = {quant.name.casefold(): quant for quant in package.QuantType}
    tags = {quant.value.casefold(): quant for quant in package.QuantType}
    try:
        return {**tags, **names}[text.casefold()]
    except KeyError:
        raise click.BadParameter(no_such("quantization", text, list(names))) from None


def _row(model: "Models") -> dict[str, str | None]:
    return {
        "constant": model.name,
        "path": str(model),
        "size": model.size,
        "quant": model.quant_type.name,
        "original": None if model.original is None else str(model.original),
    }

"""`search`: look models up in the definitions."""

from collections.abc import Sequence
from typing import Any

import click

from ..models.model import Family, Model
from ..models.search import is_wildcard, matcher
from ..schema import Quant
from .completion import (
    checked_family,
    checked_quants,
    complete_family,
    complete_model,
    complete_quant,
    declared,
)
from .rows import Heading, form_options, print_csv, print_json, print_table

_FIELDS = ("constant", "path", "size", "quant", "original")


@click.command()
@click.argument("text", nargs=-1, shell_complete=complete_model)
@click.option(
    "--family", callback=checked_family, shell_complete=complete_family, help="Only this family."
)
@click.option("--size", help='Only this size; a bare number means billions: "8" is "8B".')
@click.option(
    "--quant",
    "quants",
    multiple=True,
    callback=checked_quants,
    shell_complete=complete_quant,
    help="Only this quantisation; may be repeated.",
)
@click.option("--tag", help='Only this instruct tag; "" for models without one.')
@click.option("--multimodal/--no-multimodal", default=None, help="Only those that are, or are not.")
@click.option("--org", help="Only repos of this namespace.")
@click.option("-q", "--quiet", "form", flag_value="quiet", help="Print paths only, one a line.")
@form_options
@click.pass_context
def search(
    ctx: click.Context,
    *,
    text: tuple[str, ...],
    family: str | None,
    size: str | None,
    quants: tuple[Quant, ...],
    tag: str | None,
    multimodal: bool | None,
    org: str | None,
    form: str,
) -> None:
    """Look models up: by words of their names, by wildcards, by what is known of them.

    Every word of TEXT must fit, every filter too. Letter case and separators are free, and the
    dot of a version may be missing; a number is never cut, so "1b" does not find an 11B. A word
    with * or ? is a wildcard for the path or for the repo name. Exits 1 if nothing is found.

    \b
    hubenum search llama 3.1 8b --quant bnb
    hubenum search '*-Instruct*' --size 8 --quiet
    """
    families = declared(ctx.obj)
    wanted: dict[str, Any] = {
        "size": size,
        "instruct_tag": tag,
        "is_multimodal": multimodal,
        "org": org,
    }
    found = find_models(families, text, family=family, quants=quants, **wanted)
    rows = [_row(model) for model in found]
    if form == "quiet":
        for model in found:
            click.echo(model.repo_id)
    elif form == "json":
        print_json(rows)
    elif form == "csv":
        print_csv(rows, _FIELDS)
    elif rows:
        drop = {"original": 1, "quant": 2, "size": 3, "constant": 4}
        headings = [Heading(name, drop=drop.get(name, 0)) for name in _FIELDS]
        print_table(headings, [[row[name] or "" for name in _FIELDS] for row in rows])
    if not found:
        click.echo("Nothing found.", err=True)
        ctx.exit(1)


def find_models(
    families: Sequence[Family],
    text: Sequence[str],
    *,
    family: str | None = None,
    quants: Sequence[Quant] = (),
    **filters: object,
) -> list[Model]:
    """The models that every word of the text and every filter fits, in the order of `Models`.

    The filters are those of the package's own `search_models`, which does the filtering.
    """
    from ..render.loaded import load_package  # which imports black

    package = load_package(families)
    filters["family"] = None if family is None else package.Family[family.upper()]
    filters["quant_types"] = [package.QuantType[quant.name] for quant in quants] or None
    wildcards: list[str | None] = [word for word in text if is_wildcard(word)]
    paths = [
        set(map(str, package.search_models(search_pattern=wildcard, **filters)))
        for wildcard in wildcards or [None]
    ]
    fits = matcher([word for word in text if not is_wildcard(word)])
    models = (model for family in families for model in family.models)
    return [m for m in models if all(m.repo_id in found for found in paths) and fits(m)]


def _row(model: Model) -> dict[str, str | None]:
    return {
        "constant": model.constant,
        "path": model.repo_id,
        "size": model.size,
        "quant": model.quant_type.name,
        "original": model.original,
    }

"""What each field of a definition is to say, for every model that it gives."""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import product
from typing import cast

from ..load.validate import validate
from ..models.expand import Cell, cells_of
from ..names.size import read_size
from ..names.template import as_list
from ..schema import ModelMeta, QuantType
from .axes import AXES, Coordinates, Spread
from .changes import Source
from .draft import Draft
from .quants import Quants, QuantWriter, evaluate, is_quants, quants

PER_AXIS = ("quant_types", "name", "original", "upstream_quants", "mirrors", "is_multimodal")
"""The fields that may be a dict per size, version or tag."""

_PARTIAL = ("upstream_quants", "mirrors")
_COMPLETE = ("name", "original", "is_multimodal")


@dataclass(frozen=True, slots=True)
class Target:
    """What a definition is to declare."""

    quants: Mapping[Coordinates, Quants | None]
    """The quantisations of each model; None where only the upstream repo is listed."""
    templates: Mapping[Coordinates, str] = field(default_factory=dict[Coordinates, str])
    """The template of the repo name, for models that the definition does not have yet."""
    originals: Mapping[Coordinates, str] = field(default_factory=dict[Coordinates, str])
    """The upstream repo, where the template does not give the right one."""
    spelled: Sequence[str] = ()
    """What `spelled` is to hold."""


def target_of(meta: ModelMeta) -> Target:
    """What a definition declares."""
    said = {_coordinates(cell): cell.at(meta.quant_types) for cell in cells_of("", meta)}
    return Target(
        {at: None if value is None else quants(value) for at, value in said.items()},
        spelled=meta.spelled,
    )


_NOTHING = object()


def says(meta: ModelMeta, of: str, spread: Spread) -> bool:
    """Whether a definition says what is wanted already, in a field that it need not state."""
    if any(problem.field == of for problem in validate("", meta)):
        return False
    return all(_at(meta, cell, of) == spread.wanted.get(cell, _NOTHING) for cell in spread.cells())


def _at(meta: ModelMeta, cell: Coordinates, of: str) -> object:
    """What a field holds for one model, as it is compared; _NOTHING where a dict leaves it out."""
    try:
        value = next(Cell("", meta, *cell).values(getattr(meta, of)), _NOTHING)
    except (KeyError, ValueError):
        return _NOTHING
    return _frozen(of, value)


def _frozen(of: str, value: object) -> object:
    if of in ("quant_types", "upstream_quants") and is_quants(value):
        return quants(cast("list[QuantType]", value))
    return tuple(cast("list[str]", value)) if isinstance(value, list) else value


def spreads(
    draft: Draft,
    source: Source,
    meta: ModelMeta,
    new: ModelMeta,
    axes: Mapping[str, Sequence[str | None]],
    target: Target,
    writer: QuantWriter,
) -> Iterator[tuple[str, Spread]]:
    """What each field is to say that may be a dict."""
    for of in PER_AXIS:
        of_quants = of in ("quant_types", "upstream_quants")

        def value(node: ast.expr, of: str = of) -> object:
            return _frozen(of, evaluate(node, draft.definition.names))

        def literal(value: object, _: ast.expr | None) -> str:
            return repr(list(cast("tuple[str]", value)) if isinstance(value, tuple) else value)

        spread = Spread(
            source=source,
            old=meta,
            new=new,
            axes=axes,
            wanted=target.quants,
            partial=of in _PARTIAL,
            value=value,
            leaf=writer.text if of_quants else literal,
            adapt=writer.adapt if of_quants else _as_a_whole,
        )
        if of != "quant_types":
            spread = replace(spread, wanted=_wanted(spread, of, target))
        yield of, spread


def _as_a_whole(wanted: object, node: ast.expr) -> None:
    """Nothing can be changed within a template or a flag."""


def _wanted(spread: Spread, of: str, target: Target) -> dict[Coordinates, object]:
    """What a field is to hold besides the quantisations: what it holds; for a model that is new
    what it holds for the one most like it, but no further repos."""
    meta, before = spread.old, target_of(spread.old).quants
    rectangle = product(*(as_list(getattr(meta, axis)) for axis in AXES))
    has = {cell: _at(meta, cell, of) for cell in cast("Iterator[Coordinates]", rectangle)}
    has = {cell: value for cell, value in has.items() if value is not _NOTHING}
    stated = {"name": target.templates, "original": target.originals}.get(of, {})
    most_like = partial(_likeness, order=_by_size([*meta.model_sizes, *spread.axes["model_sizes"]]))
    wanted: dict[Coordinates, object] = {}
    for cell in spread.cells():
        by_itself = _at(spread.new, cell, of)
        if cell in stated:
            wanted[cell] = stated[cell]
        elif of in _PARTIAL and cell in target.quants and cell not in before:
            if by_itself == ():
                wanted[cell] = ()
        elif cell in has:
            wanted[cell] = has[cell]
        elif by_itself is not _NOTHING and not (cell not in target.quants and stated):
            wanted[cell] = by_itself
        elif of in _COMPLETE and (has or stated):
            # What is said of a model that there is not does not matter, but for brevity.
            others = {**has, **stated} if cell not in target.quants else has or stated
            wanted[cell] = others[max(others, key=partial(most_like, cell))]
    return wanted


def _likeness(
    cell: Coordinates, other: Coordinates, order: Sequence[str | None]
) -> tuple[int, ...]:
    """The same size first: models of one size are alike; then the next size."""
    same = [a == b for a, b in zip(cell, other, strict=True)]
    return sum(same), same[1], same[0], -abs(order.index(cell[1]) - order.index(other[1]))


def _by_size(sizes: Iterable[str | None]) -> list[str | None]:
    return sorted(set(sizes), key=partial(size_key, "model_sizes"))


def size_key(axis: str, value: str | None) -> tuple[object, ...]:
    return (
        value is not None,
        *(read_size(value).order if axis == "model_sizes" else ()),
        value or "",
    )


def _coordinates(cell: Cell) -> Coordinates:
    return cell.version, cell.size, cell.tag

"""Make one definition say something else: the changes to its call, and to those derived from it."""

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import product
from typing import cast

from .edit import (
    FIELDS,
    Change,
    Source,
    UneditableError,
    add_statement,
    change,
    find_assignment,
    finish,
    insert_item,
    laid_out,
    remove_item,
    set_field,
)
from .edit_axes import AXES, Coordinates, Spread, build, rewrite
from .edit_quants import Quants, QuantWriter, evaluate, is_quants, quants
from .expand import Cell, cells_of
from .naming import as_list
from .schema import ModelMeta, QuantType
from .scratch import Draft
from .size import read_size
from .source import makes_meta
from .validate import validate

PER_AXIS = ("quant_types", "name", "original", "upstream_quants", "mirrors", "is_multimodal")
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


def retarget(draft: Draft, name: str, target: Target, *, pinned: Collection[str] = ()) -> str:
    """The text of a family in which the definition called `name` declares what it is to.

    Definitions derived from it that are in `pinned` keep what they have from it now. Raises
    UneditableError.
    """
    source, meta = draft.source, draft.metas[name]
    call, line = find_meta(source, name)
    writer = QuantWriter(source, draft.definition.names, line)
    axes = axes_of(meta, target)
    new = with_axes(meta, axes)
    changes: list[Change] = []
    changed: list[str] = []
    for axis in AXES:
        if list(axes[axis]) != list(as_list(getattr(meta, axis))):
            changes += _axis_changes(source, call, axis, axes[axis])
            changed.append(axis)
    stated = {keyword.arg: keyword.value for keyword in call.keywords}
    for of, spread in _spreads(draft, source, meta, new, axes, target, writer):
        if of in stated:
            found = rewrite(spread, stated[of])
        elif all(
            _at(new, cell, of) == spread.wanted.get(cell, _NOTHING) for cell in spread.cells()
        ):
            found = []
        else:
            found = set_field(source, call, of, build(spread))
        changes += found
        changed += [of] if found else []
    if list(target.spelled) != list(meta.spelled):
        changes += set_list(source, call, "spelled", target.spelled)
        changed.append("spelled")
    touched = [name]
    for child in pinned:
        pins = _pin(draft, source, child, changed)
        changes += pins
        touched += [child] if pins else []
    return finish(draft.text, change(draft.text, changes), touched, writer.needed)


def derive(draft: Draft, name: str, new_name: str, target: Target, **stated: str) -> str:
    """The text of a family with one more definition, derived from the one called `name`.

    `stated` are other fields that it has of its own.
    """
    source, meta = draft.source, draft.metas[name]
    statement = find_assignment(source.tree, name)
    writer = QuantWriter(source, draft.definition.names, statement.lineno + 1)
    axes = axes_of(meta, target, fresh=True)
    new = with_axes(meta, axes).but(**stated)
    fields: dict[str, str] = {}
    for axis in AXES:
        if list(axes[axis]) != list(as_list(getattr(meta, axis))):
            fields[axis] = axis_text(axis, axes[axis])
    fields |= {of: repr(value) for of, value in stated.items()}
    for of, spread in _spreads(draft, source, meta, new, axes, target, writer):
        if not _says(new, of, spread):
            fields[of] = build(spread)
    if list(target.spelled) != list(meta.spelled):
        fields["spelled"] = repr(list(target.spelled))
    if meta.constants:
        fields["constants"] = "{}"
    text = ", ".join(f"{of}={fields[of]}" for of in sorted(fields, key=FIELDS.index))
    added = add_statement(source, statement, laid_out(f"{new_name} = {name}.but({text})").rstrip())
    return finish(draft.text, change(draft.text, [added]), [], writer.needed)


def children(draft: Draft, name: str) -> list[str]:
    """The definitions derived from one by `.but`, directly."""
    source = draft.source
    found: list[str] = []
    for child in draft.metas:
        try:
            call, _ = find_meta(source, child)
        except UneditableError:
            continue
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == name:
            found.append(child)
    return found


def find_meta(source: Source, name: str) -> tuple[ast.Call, int]:
    """The call that makes a definition, and its line. Raises UneditableError where it is none."""
    try:
        node = find_assignment(source.tree, name)
    except LookupError:
        node = None
    value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
    if node is None or not isinstance(value, ast.Call) or not makes_meta(value):
        raise UneditableError(f"{name} is not written as ModelMeta(...) or OTHER.but(...)")
    return value, node.lineno


def axes_of(meta: ModelMeta, target: Target, *, fresh: bool = False) -> dict[str, list[str | None]]:
    """The values of each axis that a target needs: those there are, as far as they are used, and
    new ones in their place; if `fresh`, in order as far as the definition has one."""
    axes: dict[str, list[str | None]] = {}
    before = target_of(meta).quants
    for place, axis in enumerate(AXES):
        needed = {cell[place] for cell in target.quants}
        unused = {cell[place] for cell in before} - needed
        has = list(as_list(getattr(meta, axis)))
        values = [v for v in has if (v in needed if fresh else v not in unused)]
        for value in sorted(needed - set(values), key=partial(_key, axis)):
            values.insert(_index(axis, values, value), value)
        axes[axis] = values
    return axes


def with_axes(meta: ModelMeta, axes: Mapping[str, Sequence[str | None]]) -> ModelMeta:
    """A definition with other versions, sizes and tags."""
    return meta.but(**axes)


def axis_text(axis: str, values: Sequence[str | None]) -> str:
    """The values of an axis as a definition states them."""
    return repr(values[0] if axis == "model_version" and len(values) == 1 else list(values))


_NOTHING = object()


def _says(meta: ModelMeta, of: str, spread: Spread) -> bool:
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


def _spreads(
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
            adapt=writer.adapt if of_quants else lambda *_: None,
        )
        if of != "quant_types":
            spread = replace(spread, wanted=_wanted(spread, of, target))
        yield of, spread


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
    return sorted(set(sizes), key=partial(_key, "model_sizes"))


def _pin(draft: Draft, source: Source, name: str, changed: Sequence[str]) -> list[Change]:
    """The changes that make a definition state what it has from another one now."""
    call, line = find_meta(source, name)
    meta = draft.metas[name]
    stated = {keyword.arg for keyword in call.keywords}
    fields = [of for of in changed if of not in stated]
    if not fields:
        return []
    target = target_of(meta)
    axes = {axis: list(as_list(getattr(meta, axis))) for axis in AXES}
    writer = QuantWriter(source, draft.definition.names, line)
    changes: list[Change] = []
    for of in fields:
        if of in AXES:
            changes += set_field(source, call, of, axis_text(of, axes[of]))
        elif of == "spelled":
            changes += set_field(source, call, of, repr(list(meta.spelled)))
    for of, spread in _spreads(draft, source, meta, meta, axes, target, writer):
        if of in fields:
            changes += set_field(source, call, of, build(spread))
    return changes


def _axis_changes(
    source: Source, call: ast.Call, axis: str, values: Sequence[str | None]
) -> list[Change]:
    stated = next((k.value for k in call.keywords if k.arg == axis), None)
    if not isinstance(stated, ast.List) or len(values) == 0:
        return set_field(source, call, axis, axis_text(axis, values))
    return set_list(source, call, axis, values)


def set_list(source: Source, call: ast.Call, of: str, values: Sequence[str | None]) -> list[Change]:
    """The changes that make a list of constants hold these values, in this order."""
    stated = next((k.value for k in call.keywords if k.arg == of), None)
    if not isinstance(stated, ast.List):
        return set_field(source, call, of, repr(list(values)) if values else None)
    items = stated.elts
    try:
        written = [cast("str | None", ast.literal_eval(item)) for item in items]
    except ValueError:
        return set_field(source, call, of, repr(list(values)))
    if not values:
        return set_field(source, call, of, None)
    kept = [value for value in written if value in values]
    if kept != [value for value in values if value in written]:
        return set_field(source, call, of, repr(list(values)))
    if not kept:
        return [(*source.span(stated), repr(list(values)))]
    pairs = [(item, item) for item in items]
    changes = [
        remove_item(source, stated, pairs, i) for i, v in enumerate(written) if v not in values
    ]
    place = 0
    for value in values:
        if value in written:
            place = written.index(value) + 1
        else:
            changes.append(insert_item(source, stated, items, place, repr(value)))
    return changes


def _key(axis: str, value: str | None) -> tuple[object, ...]:
    return (
        value is not None,
        *(read_size(value).order if axis == "model_sizes" else ()),
        value or "",
    )


def _index(axis: str, values: Sequence[str | None], value: str | None) -> int:
    """Where a value goes: by size among sizes in order, None in front, else at the end."""
    if value is None:
        return 0
    if axis != "model_sizes":
        return len(values)
    keys = [_key(axis, v) for v in values]
    if keys != sorted(keys):
        return len(values)
    return sum(key < _key(axis, value) for key in keys)


def _coordinates(cell: Cell) -> Coordinates:
    return cell.version, cell.size, cell.tag

"""Make one definition say something else: the changes to its call, and to those derived from it."""

import ast
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import cast

from ..load.source import makes_meta
from ..names.template import as_list
from ..schema import ModelMeta
from .axes import AXES, build, rewrite
from .changes import (
    FIELDS,
    Change,
    Source,
    add_statement,
    change,
    edit_items,
    find_assignment,
    finish,
    set_field,
)
from .draft import Draft
from .fields import Target, says, size_key, spreads, target_of
from .quants import QuantWriter
from .text import UneditableError, laid_out


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
    for of, spread in spreads(draft, source, meta, new, axes, target, writer):
        if of in stated:
            found = rewrite(spread, stated[of])
        elif says(new, of, spread):
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
    for of, spread in spreads(draft, source, meta, new, axes, target, writer):
        if not says(new, of, spread):
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
        for value in sorted(needed - set(values), key=partial(size_key, axis)):
            values.insert(_index(axis, values, value), value)
        axes[axis] = values
    return axes


def with_axes(meta: ModelMeta, axes: Mapping[str, Sequence[str | None]]) -> ModelMeta:
    """A definition with other versions, sizes and tags."""
    return meta.but(**axes)


def axis_text(axis: str, values: Sequence[str | None]) -> str:
    """The values of an axis as a definition states them."""
    return repr(values[0] if axis == "model_version" and len(values) == 1 else list(values))


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
    for of, spread in spreads(draft, source, meta, meta, axes, target, writer):
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
    out = [index for index, value in enumerate(written) if value not in values]
    new: list[tuple[int, str]] = []
    place = 0
    for value in values:
        if value in written:
            place = written.index(value) + 1
        else:
            new.append((place, repr(value)))
    return edit_items(source, stated, [(item, item) for item in items], out=out, new=new)


def _index(axis: str, values: Sequence[str | None], value: str | None) -> int:
    """Where a value goes: by size among sizes in order, None in front, else at the end."""
    if value is None:
        return 0
    if axis != "model_sizes":
        return len(values)
    keys = [size_key(axis, v) for v in values]
    if keys != sorted(keys):
        return len(values)
    return sum(key < size_key(axis, value) for key in keys)

"""Rewrite a field that may be a dict per size, version or tag, so that it says what it should."""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from ..load.validate import axis_of, flat_keys
from ..schema import ModelMeta
from .changes import Change, Source, change, edit_items
from .text import UneditableError

Coordinates = tuple[str | None, str | None, str | None]
"""A model of a definition: its version, size and tag."""

AXES = ("model_version", "model_sizes", "instruct_tags")
"""The fields that coordinates are values of."""

_PREFERENCE = ("model_sizes", "model_version", "instruct_tags")
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Spread:
    """What a field is to say, and of which axes."""

    source: Source
    old: ModelMeta
    """The definition as it is: tells which axis the keys of a dict name."""
    new: ModelMeta
    """The definition with the axes it is to have."""
    axes: Mapping[str, Sequence[str | None]]
    """Every value of each axis that it is to have."""
    wanted: Mapping[Coordinates, object]
    """What the field is to hold; a model that it is to leave out is missing."""
    partial: bool
    """Whether the outermost dict may leave values of its axis out."""
    value: Callable[[ast.expr], object]
    """What an expression of the file stands for."""
    leaf: Callable[[object, ast.expr | None], str]
    """How a value is written, in place of an expression or anew."""
    adapt: Callable[[object, ast.expr], "list[Change] | None"]
    """The changes within an expression that give it another value, if it can be changed so."""

    def cells(self) -> list[Coordinates]:
        """Every model that the axes give."""
        versions, sizes, tags = (self.axes[axis] for axis in AXES)
        return [(v, s, t) for v in versions for s in sizes for t in tags]


def rewrite(spread: Spread, node: ast.expr) -> list[Change]:
    """The changes to an expression that make it say what is wanted; none if it does already.

    Raises UneditableError where it is written in a way that cannot be followed.
    """
    return _rewrite(spread, node, spread.cells(), ())


def build(spread: Spread) -> str:
    """An expression that says what is wanted, in as few letters as may be."""
    return _build(spread, spread.cells(), (), None)


def _rewrite(
    spread: Spread, node: ast.expr, cells: Sequence[Coordinates], used: tuple[str, ...]
) -> list[Change]:
    if isinstance(node, ast.Dict):
        return _rewrite_dict(spread, node, cells, used)
    wanted = {spread.wanted.get(cell, _NOTHING) for cell in cells}
    has = spread.value(node)
    if not isinstance(has, Mapping):
        if wanted == {has}:
            return []
        if len(wanted) == 1 and _NOTHING not in wanted:
            (only,) = wanted
            adapted = spread.adapt(only, node)
            if adapted is not None:
                return adapted
    return [(*spread.source.span(node), _build(spread, cells, used, node))]


@dataclass(slots=True)
class _Entry:
    """An entry of a dict, as it is to be."""

    keys: list[str | None]
    says: frozenset[tuple[Coordinates, object]]
    """What is wanted under each of the keys, the key left out."""
    index: int | None
    """Which entry it is now; None for a new one."""
    like: int | None = None
    """The entry that a new one was split from."""


def _rewrite_dict(
    spread: Spread, node: ast.Dict, cells: Sequence[Coordinates], used: tuple[str, ...]
) -> list[Change]:
    stated = [_keys(spread, key) for key in node.keys]
    flat = [key for keys in stated for key in keys]
    axis = axis_of(spread.old, flat, used)
    within = (*used, axis)
    entries: list[_Entry] = []
    changes: list[Change] = []
    for index, keys in enumerate(stated):
        groups = [_Entry(k, s, None, index) for k, s in _grouped(spread, cells, axis, keys)]
        if groups:
            stays = [not _changes(spread, node, index, g, cells, within) for g in groups]
            groups[stays.index(True) if True in stays else 0].index = index
        entries += groups
    new = [value for value in spread.axes[axis] if value not in flat]
    entries += [_Entry(k, s, None) for k, s in _grouped(spread, cells, axis, new)]
    entries = _merged(spread, node, entries, spread.axes[axis])

    kept = {entry.index: entry for entry in entries if entry.index is not None}
    keys = [key for entry in entries for key in entry.keys]
    if not kept or axis_of(spread.new, keys, used) != axis:
        return [(*spread.source.span(node), _build(spread, cells, used, None))]
    pairs = [(cast("ast.expr", k), v) for k, v in zip(node.keys, node.values, strict=True)]
    out = [index for index in range(len(stated)) if index not in kept]
    new_items: list[tuple[int, str]] = []
    for index, old_keys in enumerate(stated):
        key = cast("ast.expr", node.keys[index])
        if index not in kept:
            continue
        if kept[index].keys != old_keys:
            changes.append((*spread.source.span(key), key_text(kept[index].keys)))
        changes += _changes(spread, node, index, kept[index], cells, within)
    for entry in entries:
        if entry.index is None:
            text = f"{key_text(entry.keys)}: {_entry_text(spread, node, entry, cells, within)}"
            place = _place(entry, stated, spread.axes[axis])
            new_items.append((place, text))
    return edit_items(spread.source, node, pairs, out=out, new=new_items, within=changes)


def _changes(
    spread: Spread,
    node: ast.Dict,
    index: int,
    entry: _Entry,
    cells: Sequence[Coordinates],
    within: tuple[str, ...],
) -> list[Change]:
    """The changes within the value of an entry that make it right for these keys."""
    mine = _under(cells, within[-1], entry.keys)
    return _rewrite(spread, node.values[index], mine, within)


def _entry_text(
    spread: Spread,
    node: ast.Dict,
    entry: _Entry,
    cells: Sequence[Coordinates],
    within: tuple[str, ...],
) -> str:
    """The value of a new entry: what it was split from with as little changed as may be."""
    mine = _under(cells, within[-1], entry.keys)
    if entry.like is None:
        return _build(spread, mine, within, None)
    like = node.values[entry.like]
    start, _ = spread.source.span(like)
    moved = [(a - start, b - start, new) for a, b, new in _rewrite(spread, like, mine, within)]
    return _bare(change(spread.source.segment(like), moved))


def _grouped(
    spread: Spread, cells: Sequence[Coordinates], axis: str, values: Sequence[str | None]
) -> list[tuple[list[str | None], frozenset[tuple[Coordinates, object]]]]:
    """Values of an axis under which the same is wanted, together; those without any left out."""
    place = AXES.index(axis)
    groups: dict[frozenset[tuple[Coordinates, object]], list[str | None]] = {}
    for value in values:
        says = frozenset(
            ((*cell[:place], None, *cell[place + 1 :]), spread.wanted[cell])
            for cell in cells
            if cell[place] == value and cell in spread.wanted
        )
        if says:
            groups.setdefault(cast("frozenset[tuple[Coordinates, object]]", says), []).append(value)
    return [(keys, says) for says, keys in groups.items()]


def _merged(
    spread: Spread, node: ast.Dict, entries: Sequence[_Entry], order: Sequence[str | None]
) -> list[_Entry]:
    """New entries put into those that say the same already, unless a comment tells of these."""
    result = [entry for entry in entries if entry.index is not None]
    for entry in entries:
        if entry.index is not None:
            continue
        alike = (other for other in result if other.says == entry.says)
        same = next((o for o in alike if not _has_comment(spread, node, o.index)), None)
        if same:
            same.keys = sorted({*same.keys, *entry.keys}, key=order.index)
        else:
            result.append(entry)
    return result


def _has_comment(spread: Spread, node: ast.Dict, index: int | None) -> bool:
    """Whether there is a comment in an entry of a dict, behind it or right above it."""
    if index is None:
        return False
    start = spread.source.span(cast("ast.expr", node.keys[index]))[0]
    text = spread.source.text
    end = text.find("\n", spread.source.span(node.values[index])[1])
    line = text.rfind("\n", 0, start)
    above = text[text.rfind("\n", 0, max(line, 0)) + 1 : max(line, 0)]
    return "#" in text[start:end] or above.lstrip().startswith("#")


def _place(
    entry: _Entry, stated: Sequence[Sequence[str | None]], order: Sequence[str | None]
) -> int:
    """Before which entry a new one goes: after the one that it was split from, or the last that
    has a smaller key."""
    if entry.like is not None:
        return entry.like + 1
    first = order.index(entry.keys[0])
    before = [
        i
        for i, keys in enumerate(stated)
        if any(order.index(k) < first for k in keys if k in order)
    ]
    return max(before, default=-1) + 1


def _build(
    spread: Spread,
    cells: Sequence[Coordinates],
    used: tuple[str, ...],
    hint: ast.expr | None,
) -> str:
    wanted = {spread.wanted.get(cell, _NOTHING) for cell in cells}
    if len(wanted) == 1:
        (only,) = wanted
        if only is _NOTHING:
            return "[]"
        adapted = hint and _adapted(spread, only, hint)
        return adapted or spread.leaf(only, hint)
    candidates: list[str] = []
    for axis in (axis for axis in _PREFERENCE if axis not in used):
        values = [v for v in spread.axes[axis] if _under(cells, axis, [v])]
        groups = _grouped(spread, cells, axis, values)
        keys = [key for group, _ in groups for key in group]
        is_complete = spread.partial or used or len(keys) == len(values)
        if len(values) < 2 or not is_complete or axis_of(spread.new, keys, used) != axis:
            continue
        items = (
            f"{key_text(group)}: {_build(spread, _under(cells, axis, group), (*used, axis), hint)}"
            for group, _ in groups
        )
        candidates.append(f"{{{', '.join(items)}}}")
    if not candidates:
        raise UneditableError("no dict per size, version or tag says it")
    return min(candidates, key=len)


def _adapted(spread: Spread, wanted: object, node: ast.expr) -> str | None:
    """What stood in a place with as little changed as may be, if it is written out."""
    changes = [] if spread.value(node) == wanted else spread.adapt(wanted, node)
    if changes is None:
        return None
    start, _ = spread.source.span(node)
    moved = [(a - start, b - start, new) for a, b, new in changes]
    return _bare(change(spread.source.segment(node), moved))


def _bare(text: str) -> str:
    """An expression to be used a second time: a comment stays with what has it."""
    return ast.unparse(ast.parse(text, mode="eval")) if "#" in text else text


def _under(
    cells: Sequence[Coordinates], axis: str, keys: Sequence[str | None]
) -> list[Coordinates]:
    place = AXES.index(axis)
    return [cell for cell in cells if cell[place] in keys]


def _keys(spread: Spread, node: ast.expr | None) -> list[str | None]:
    if node is None:
        raise UneditableError("a dict is written with **")
    value = spread.value(node)
    return flat_keys({cast("str | None", value): None})


def key_text(keys: Sequence[str | None]) -> str:
    """Keys of a dict as they are written there: several as a tuple."""
    return repr(keys[0]) if len(keys) == 1 else repr(tuple(keys))

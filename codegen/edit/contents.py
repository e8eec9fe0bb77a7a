"""Definitions model by model, and the fewest rows that declare the same models."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import permutations, product
from typing import Any, NamedTuple, cast

from ..models.expand import version_key
from ..names.cell import Coordinates, rows_of
from ..names.size import read_size
from ..schema import ModelMeta, Quant, Row
from .quants import QuantSet, in_order

Key = tuple[Coordinates, str]
"""Identifies a model of a definition: its coordinates and the template of its name."""

Values = tuple[str | None, ...]


class Content(NamedTuple):
    """What a row declares for each of its models: the fields of `Row` except the axes."""

    quants: QuantSet = ()
    """Empty if there are no uploads, only the publisher's repos."""
    name: str = ""
    original: str | None = None
    mirrors: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    upstream_quants: QuantSet = ()
    spelled: tuple[str, ...] = ()
    is_multimodal: bool | None = None
    modality: str | None = None
    parameters: str | None = None
    active_parameters: str | None = None
    untagged: str | None = None


OVERRIDES = Content._fields[1:]
"""The fields of a row other than its axes and quantizations."""


Contents = dict[Key, Content]
"""A definition, model by model."""


@dataclass(slots=True)
class Rect:
    """A row after the edit."""

    axes: tuple[Values, Values, Values]
    """Versions, sizes and tags."""
    content: Content
    index: int | None = None
    """The index of the row before the edit; None for a new row."""

    @property
    def keys(self) -> Iterator[Key]:
        """The models that it contains."""
        return ((coordinates, self.content.name) for coordinates in product(*self.axes))


def content_of(stated: Row | ModelMeta, quants: Sequence[Quant] = ()) -> Content:
    """The content of a row that states every field, or the content that rows inherit from a
    definition."""
    values = {field: frozen(getattr(stated, field)) for field in OVERRIDES}
    values["upstream_quants"] = in_order(stated.upstream_quants)
    return Content(in_order(quants), **cast("dict[str, Any]", values))


def frozen(value: object) -> object:
    """The value of a field; a list becomes a tuple."""
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


@lru_cache(maxsize=1024)
def _rects(meta: ModelMeta) -> tuple[Rect, ...]:
    return tuple(
        Rect((tuple(r.versions), tuple(r.sizes), tuple(r.tags)), content_of(r, r.quants), index)
        for index, r in enumerate(rows_of(meta))
    )


def rects_of(meta: ModelMeta) -> list[Rect]:
    """The rows of a definition before the edit."""
    return list(_rects(meta))


def defaults_of(meta: ModelMeta) -> Content:
    """The content of models whose row overrides nothing, without quantizations."""
    return content_of(meta)._replace(spelled=())


def contents_of(meta: ModelMeta) -> Contents:
    """The content of each model of a definition."""
    return {key: rect.content for rect in rects_of(meta) for key in rect.keys}


def add_quant(contents: Contents, key: Key, quant: Quant) -> None:
    """Add a quantization to a model of these contents."""
    quants = in_order([*contents[key].quants, quant])
    contents[key] = contents[key]._replace(quants=quants)


def remove_quant(contents: Contents, key: Key, quant: Quant) -> None:
    """Remove a quantization from a model of these contents."""
    quants = tuple(other for other in contents[key].quants if other != quant)
    contents[key] = contents[key]._replace(quants=quants)


def arrange(meta: ModelMeta | None, wanted: Contents, fixed: Collection[int] = ()) -> list[Rect]:
    """The fewest rows that declare what is wanted; rows of the definition, if one is given, are
    kept where possible. Rows in `fixed` gain no models and are not merged."""
    rows, order = rects_of(meta) if meta else [], _Order(meta, wanted)
    has = {key for rect in rows for key in rect.keys}
    new = {key: content for key, content in wanted.items() if key not in has}
    ways = [*permutations((2, 1, 0)), *([()] if len(new) < 50 else [])]
    arranged: list[list[Rect]] = []
    for way in ways:
        rects, touched = list[Rect](), list[Rect]()
        for rect in rows:
            mine = {key: wanted[key] for key in rect.keys if key in wanted}
            if len(mine) == len(list(rect.keys)) and set(mine.values()) == {rect.content}:
                rects.append(rect)
                continue
            parts = sorted(_cover(mine, order, way or (2, 1, 0)), key=order.place)
            if parts:
                kept = next((part for part in parts if part.content == rect.content), parts[0])
                kept.index = rect.index
            rects += parts
            touched += parts
        added = sorted(_cover(new, order, way), key=order.place)
        for rect in added:
            before = [i for i, r in enumerate(rects) if order.place(r) < order.place(rect)]
            rects.insert(before[-1] + 1 if before else 0, rect)
        _merge(rects, [*touched, *added], order, fixed)
        arranged.append(rects)
    return min(arranged, key=len)


def _cover(contents: Contents, order: "_Order", way: Sequence[int]) -> list[Rect]:
    """Rectangles of models with the same content, merged along one axis after the other, in the
    order of `way`."""
    rects = [Rect(((v,), (s,), (t,)), content) for ((v, s, t), _), content in contents.items()]
    for axis in way:
        groups: dict[object, list[Rect]] = {}
        for rect in rects:
            others = (*rect.axes[:axis], *rect.axes[axis + 1 :])
            groups.setdefault((others, rect.content), []).append(rect)
        rects = [_union(several, axis, order) for several in groups.values()]
    return rects


def _merge(
    rects: list[Rect], touched: Iterable[Rect], order: "_Order", fixed: Collection[int]
) -> None:
    """Merge each of the touched rows into another with the same content that differs in one
    axis."""
    waiting = list(touched)
    while waiting:
        rect = waiting.pop(0)
        for other in rects if rect in rects else ():
            axes = [axis for axis in range(3) if rect.axes[axis] != other.axes[axis]]
            is_fixed = not {rect.index, other.index}.isdisjoint(fixed)
            if rect.content != other.content or len(axes) != 1 or is_fixed:
                continue
            pair = sorted((rect, other), key=lambda r: (r.index is None, r.index or 0))
            both = _union(pair, axes[0], order)
            both.index = pair[0].index
            rects[rects.index(pair[0])] = both
            rects.remove(pair[1])
            waiting = [both, *(r for r in waiting if r is not other)]
            break


def _union(rects: Sequence[Rect], axis: int, order: "_Order") -> Rect:
    values = order.joined(axis, [value for rect in rects for value in rect.axes[axis]])
    axes = list(rects[0].axes)
    axes[axis] = values
    return replace(rects[0], axes=(axes[0], axes[1], axes[2]))


class _Order:
    """The order of the values of each axis: by size or version if the rows are in that order, else
    by appearance. None comes first, new tags last."""

    def __init__(self, meta: ModelMeta | None, wanted: Contents) -> None:
        self._places: list[dict[str | None, int]] = []
        rows = rects_of(meta) if meta else []
        for axis in range(3):
            has = [value for rect in rows for value in rect.axes[axis]]
            every = dict.fromkeys([*has, *(coordinates[axis] for coordinates, _ in wanted)])
            appearance = {value: place for place, value in enumerate(every)}
            orders = (_version_order, _size_order, appearance.__getitem__)
            keys = {value: (value is not None, orders[axis](value)) for value in every}
            if not all(
                list(r.axes[axis]) == sorted(r.axes[axis], key=keys.__getitem__) for r in rows
            ):
                keys = {value: (False, place) for value, place in appearance.items()}
            order = sorted(every, key=keys.__getitem__)
            self._places.append({value: place for place, value in enumerate(order)})

    def place(self, rect: Rect) -> tuple[int, ...]:
        """Sort key for a row, by its first model."""
        return tuple(place[v[0]] for place, v in zip(self._places, rect.axes, strict=True))

    def joined(self, axis: int, values: Sequence[str | None]) -> Values:
        """These values in order, without duplicates."""
        return tuple(sorted(dict.fromkeys(values), key=self._places[axis].__getitem__))


def _version_order(version: str | None) -> Any:
    return version_key(version or "")


def _size_order(size: str | None) -> Any:
    return read_size(size).order

"""Definitions and rows as they are written."""

from collections.abc import Mapping
from typing import cast

from ..schema import AXES, Axis, ModelMeta, Quant
from .changes import in_field_order
from .contents import OVERRIDES, Content, Contents, Rect, Values, cover, defaults_of, frozen
from .quants import QuantWriter
from .text import laid_out

ABSENT: Values = (None,)


def definition_text(
    name: str,
    fields: Mapping[str, object],
    contents: Contents,
    writer: QuantWriter,
    base: str = "",
    base_meta: ModelMeta | None = None,
) -> str:
    """A definition as a statement: a `.but` of `base`, or written out in full.

    `fields` are the values of fields that do not depend on the model.
    """
    has = base_meta or ModelMeta(base_name="")
    rects, values = cover(contents), dict(fields)
    shared = {
        axis.in_row: rects[0].axes[place]
        for place, axis in enumerate(AXES)
        if len({rect.axes[place] for rect in rects}) == 1
        and fits(axis, rects[0].axes[place], base_meta)
    }
    values |= {a.in_meta: axis_value(a, shared[a.in_row]) for a in AXES if a.in_row in shared}
    same = {f for f in OVERRIDES if len({getattr(rect.content, f) for rect in rects}) == 1}
    common = defaults_of(has)
    for field in same - {"spelled"}:
        values[field] = getattr(rects[0].content, field)
        common = common._replace(**{field: values[field]})  # type: ignore[arg-type]
    stated = {
        f: value_text(v, writer) for f, v in values.items() if frozen(v) != frozen(getattr(has, f))
    }
    if len(shared) == 3 and len(rects) == 1:
        way, text = way_of(rects[0].content, writer)
        stated["quant_types" if way == "quants" else way] = text
    else:
        rows = [row_text(rect, writer, shared, common) for rect in rects]
        stated["rows"] = f"[{', '.join(rows)}]"
        writer.needed.append("Row")
    if not base:
        writer.needed.append("ModelMeta")
    text = ", ".join(f"{field}={stated[field]}" for field in in_field_order(stated))
    return laid_out(f"{name} = {f'{base}.but' if base else 'ModelMeta'}({text})").rstrip()


def row_text(rect: Rect, writer: QuantWriter, shared: Mapping[str, Values], common: Content) -> str:
    fields = {
        axis.in_row: repr(list(values))
        for axis, values in zip(AXES, rect.axes, strict=True)
        if shared.get(axis.in_row) != values
    }
    way, text = way_of(rect.content, writer)
    fields[way] = text
    for field in OVERRIDES:
        if (value := getattr(rect.content, field)) != getattr(common, field):
            fields[field] = value_text(value, writer)
    return f"Row({', '.join(f'{field}={text}' for field, text in fields.items())})"


def is_plain(content: Content, common: Content) -> bool:
    """Whether a row need not state more than its quantizations."""
    return content._replace(quants=()) == common._replace(quants=())


def fits(axis: Axis, values: Values, base: ModelMeta | None) -> bool:
    """Whether the field of the definition can hold these values of an axis."""
    if axis.absent is not None:
        return True
    return len(values) == 1 and (base is None or values == (base.model_version,))


def axis_value(axis: Axis, values: Values) -> object:
    """The values of an axis as the field of the definition holds them."""
    return values[0] if axis.absent is None else values


def way_of(content: Content, writer: QuantWriter) -> tuple[str, str]:
    """The field of a row that says which uploads there are, and its value."""
    return ("quants", writer.text(content.quants)) if content.quants else ("originals_only", "True")


def value_text(value: object, writer: QuantWriter) -> str:
    """A value as a definition states it."""
    if isinstance(value, Quant):
        return writer.word(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(value_text(item, writer) for item in cast('Values', value))}]"
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        pairs = (f"{value_text(k, writer)}: {value_text(v, writer)}" for k, v in items)
        return f"{{{', '.join(pairs)}}}"
    return repr(value)

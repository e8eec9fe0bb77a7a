"""New definitions, and changes to the rows and fields of existing ones."""

import ast
from collections.abc import Collection, Mapping, Sequence
from typing import cast

from ..load.source import field_value
from ..schema import AXES, INHERITED, Axis, ModelMeta
from .contents import (
    OVERRIDES,
    Content,
    Contents,
    Rect,
    Values,
    arrange,
    contents_of,
    defaults_of,
    frozen,
    rects_of,
)
from .draft import Draft
from .quants import QuantSet, QuantWriter, in_order
from .source import SourceEdit, UneditableError, in_field_order, laid_out

_WAYS = ("quant_types", "rows", "originals_only")
_ABSENT: Values = (None,)
_DEFAULTS = ModelMeta(base_name="")


def retarget(
    draft: Draft,
    name: str,
    wanted: Contents,
    *,
    fields: Mapping[str, object] = {},
    pinned: Collection[str] = (),
) -> str:
    """The text of a family after the definition called `name` is changed: to the wanted contents,
    and to these values of other fields. Derived definitions in `pinned` get what they inherited
    until now written out. Raises UneditableError."""
    edit = _DefinitionEdit(draft, name)
    if wanted != contents_of(edit.meta):
        edit.set_contents(wanted)
    for field, value in fields.items():
        if frozen(value) != frozen(getattr(edit.meta, field)):
            edit.set_value(field, value)
    for child in pinned:
        edit.pin(child)
    return edit.edit.finished()


def add_definition(
    draft: Draft,
    after: str,
    name: str,
    fields: Mapping[str, object],
    contents: Contents,
    base: str = "",
) -> str:
    """The text of a family with a new definition below the one called `after`."""
    edit = SourceEdit(draft.text)
    statement = edit.assignment(after)
    writer = QuantWriter(edit, draft.definition.names, statement.lineno + 1)
    base_meta = draft.metas[base] if base else None
    edit.add_below(statement, definition_text(name, fields, contents, writer, base, base_meta))
    return edit.finished()


def children(draft: Draft, name: str) -> list[str]:
    """The definitions derived from one by `.but`."""
    meta = draft.metas[name]
    return [child for child, other in draft.metas.items() if other.base is meta]


def definition_text(
    name: str,
    fields: Mapping[str, object],
    contents: Contents,
    writer: QuantWriter,
    base: str = "",
    base_meta: ModelMeta | None = None,
) -> str:
    """A new definition as a statement: a `.but` of `base`, or written out in full.

    `fields` are the fields that are the same for all models.
    """
    has = base_meta or _DEFAULTS
    rects, values, shared = arrange(None, contents), dict(fields), dict[str, Values]()
    for place, axis in enumerate(AXES):
        first = rects[0].axes[place]
        if _fits(axis, first, base_meta) and all(rect.axes[place] == first for rect in rects):
            shared[axis.in_row] = first
            values[axis.in_meta] = _axis_value(axis, first)
    common = defaults_of(has)
    for field in OVERRIDES:
        first = getattr(rects[0].content, field)
        if field != "spelled" and all(getattr(rect.content, field) == first for rect in rects):
            values[field] = first
            common = common._replace(**{field: first})
    stated = {f: writer.value(v) for f, v in values.items() if frozen(v) != frozen(getattr(has, f))}
    quants = rects[0].content.quants
    if len(shared) < len(AXES) or len(rects) > 1:
        writer.edit.imports.add("Row")
        stated["rows"] = f"[{', '.join(_row_text(rect, writer, shared, common) for rect in rects)}]"
    elif quants:
        stated["quant_types"] = writer.text(quants)
    else:
        stated["originals_only"] = "True"
    if not base:
        writer.edit.imports.add("ModelMeta")
    text = ", ".join(f"{field}={stated[field]}" for field in in_field_order(stated))
    return laid_out(f"{name} = {f'{base}.but' if base else 'ModelMeta'}({text})").rstrip()


def _row_text(
    rect: Rect, writer: QuantWriter, shared: Mapping[str, Values], common: Content
) -> str:
    content, quants = rect.content, rect.content.quants
    fields = {
        axis.in_row: writer.value(values)
        for axis, values in zip(AXES, rect.axes, strict=True)
        if shared.get(axis.in_row) != values
    }
    fields |= {"quants": writer.text(quants)} if quants else {"originals_only": "True"}
    for field in OVERRIDES:
        if (value := getattr(content, field)) != getattr(common, field):
            fields[field] = writer.value(value)
    return f"Row({', '.join(f'{field}={text}' for field, text in fields.items())})"


def _fits(axis: Axis, values: Values, base: ModelMeta | None) -> bool:
    """Whether a field of the definition can state these values of an axis. `model_version` holds
    one version, and cannot differ from an inherited one."""
    if axis.absent is not None:
        return True
    return len(values) == 1 and (base is None or values == (base.model_version,))


def _axis_value(axis: Axis, values: Values) -> object:
    """The values of an axis as the definition's field states them."""
    return values[0] if axis.absent is None else values


class _DefinitionEdit:
    """Edits of the call that makes one definition."""

    def __init__(self, draft: Draft, name: str) -> None:
        self.edit = SourceEdit(draft.text)
        self.meta = draft.metas[name]
        self._name = name
        self._call = self.edit.definition(name)
        line = self.edit.assignment(name).lineno
        self._writer = QuantWriter(self.edit, draft.definition.names, line)
        self._changed: dict[str, None] = {}
        """The fields of the definition that change."""

    def set_contents(self, wanted: Contents) -> None:
        """State the wanted contents, by rows or by the fields of a regular release."""
        nodes = self._row_nodes()
        fixed = [index for index, node in enumerate(nodes) if self._has_comment(node)]
        rects = arrange(self.meta, wanted, fixed)
        if not rects:
            raise UneditableError(f"nothing would be left of {self._name}")
        first, common = rects[0], defaults_of(self.meta)
        is_plain = first.content._replace(quants=()) == common._replace(quants=())
        fits = _fits(AXES[0], first.axes[0], self.meta.base)
        if len(rects) == 1 and is_plain and fits and not fixed:
            for axis, values in zip(AXES, first.axes, strict=True):
                if self.meta.rows or self._values(axis) != values:
                    self.set_value(axis.in_meta, _axis_value(axis, values))
            if self.meta.rows or first.content.quants != in_order(self.meta.quant_types):
                self._set_quants(self._call, "quant_types", first.content.quants)
                self._changed |= dict.fromkeys(_WAYS)
        else:
            self._set_rows(nodes, rects)

    def set_value(self, field: str, value: object) -> None:
        """Set a field of the definition; leave it out if the value is the default."""
        values = frozen(value)
        if values == frozen(getattr(self.meta.base or _DEFAULTS, field)):
            self._state(field, None)
        elif isinstance(values, tuple):
            self._changed[field] = None
            self.edit.set_list(self._call, field, cast("Values", values))
        else:
            self._state(field, self._writer.value(values))

    def pin(self, child: str) -> None:
        """Write out what a derived definition inherits of the fields that change."""
        call = self.edit.definition(child)
        stated = {keyword.arg for keyword in call.keywords}
        stated |= set() if stated.isdisjoint(_WAYS) else {*_WAYS}
        for field in self._changed:
            node = field_value(self._call, field)
            if field not in stated and (node or field not in _WAYS):
                default = self._writer.value(getattr(_DEFAULTS, field))
                self.edit.set_field(call, field, self.edit.segment(node) if node else default)

    def _state(self, field: str, text: str | None) -> None:
        self._changed[field] = None
        self.edit.set_field(self._call, field, text)

    def _values(self, axis: Axis) -> Values:
        """The values of an axis that the definition states."""
        value = getattr(self.meta, axis.in_meta)
        return (value,) if axis.absent is None else tuple(value)

    def _row_nodes(self) -> Sequence[ast.Call]:
        """The calls of the rows; empty if this definition states none."""
        node = field_value(self._call, "rows")
        rows = node.elts if isinstance(node, (ast.List, ast.Tuple)) else []
        if node and not (rows and all(isinstance(row, ast.Call) and not row.args for row in rows)):
            raise UneditableError(f"the rows of {self._name} are not written as [Row(...), ...]")
        return cast("list[ast.Call]", rows)

    def _has_comment(self, row: ast.Call) -> bool:
        """Whether there is a comment in a row, after it or right above it."""
        (start, end), text = self.edit.span(row), self.edit.text
        line = text.rfind("\n", 0, start)
        above = text[text.rfind("\n", 0, max(line, 0)) + 1 : max(line, 0)]
        return "#" in text[start : text.find("\n", end)] or above.lstrip().startswith("#")

    def _set_quants(self, call: ast.Call, field: str, quants: QuantSet) -> None:
        """Set the quantizations of a definition or row; none means `originals_only`."""
        node = field_value(call, field)
        if node is not None and quants:
            self._writer.rewrite(node, quants)
        else:
            self.edit.set_field(call, field, self._writer.text(quants) if quants else None)
            self.edit.set_field(call, "originals_only", None if quants else "True")
            self.edit.set_field(call, "rows", None)

    def _set_rows(self, nodes: Sequence[ast.Call], rects: Sequence[Rect]) -> None:
        """State the contents by rows."""
        shared, common = self._share_axes(nodes, rects), defaults_of(self.meta)
        added, kept = list[tuple[int, str]](), set[int]()
        for rect in rects:
            if nodes and rect.index is not None:
                kept.add(rect.index)
                self._change_row(nodes[rect.index], rect, rect.index, shared)
            else:
                text = _row_text(rect, self._writer, shared, common)
                added.append((max(kept, default=-1) + 1, text))
        rows = field_value(self._call, "rows")
        if kept and rows:
            self.edit.set_items(rows, {*range(len(nodes))} - kept, added)
        else:
            self.edit.imports.add("Row")
            for way in _WAYS:
                self.edit.set_field(self._call, way, None)
            self.edit.set_field(self._call, "rows", f"[{', '.join(text for _, text in added)}]")
        self._changed |= dict.fromkeys(_WAYS)

    def _share_axes(self, nodes: Sequence[ast.Call], rects: Sequence[Rect]) -> dict[str, Values]:
        """Let the definition state each axis that rows share; return its values by the field of a
        row."""
        shared: dict[str, Values] = {}
        for place, axis in enumerate(AXES):
            has, values = self._values(axis), set[Values]()
            for rect in rects:
                node = nodes[rect.index] if nodes and rect.index is not None else None
                if not nodes or (node and not field_value(node, axis.in_row)):
                    values.add(rect.axes[place])
            if nodes and has in values:
                values = {has}
            only = next(iter(values), _ABSENT)
            if len(values) == 1 and _fits(axis, only, self.meta.base):
                shared[axis.in_row] = only
                if only != has:
                    self.set_value(axis.in_meta, _axis_value(axis, only))
            else:  # every row states it
                self.edit.set_field(self._call, axis.in_meta, None)
                self._changed |= {axis.in_meta: None} if has != _ABSENT else {}
        return shared

    def _change_row(
        self, node: ast.Call, rect: Rect, index: int, shared: Mapping[str, Values]
    ) -> None:
        """Change an existing row."""
        for axis, values in zip(AXES, rect.axes, strict=True):
            stated = getattr(self.meta.rows[index], axis.in_row)
            if shared.get(axis.in_row) == values:
                if stated is not INHERITED and tuple(stated) != values:
                    self.edit.set_field(node, axis.in_row, None)
            elif stated is INHERITED or tuple(stated) != values:
                self.edit.set_list(node, axis.in_row, values)
        before, wanted = rects_of(self.meta)[index].content, rect.content
        if before.quants != wanted.quants:
            self._set_quants(node, "quants", wanted.quants)
        for field in OVERRIDES:
            if getattr(before, field) != (value := getattr(wanted, field)):
                self.edit.set_field(node, field, self._writer.value(value))

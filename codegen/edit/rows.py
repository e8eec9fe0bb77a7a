"""Change one definition in its source: its rows and axes, and what others inherit from it."""

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import cast

from ..schema import AXES, INHERITED, ModelMeta
from .changes import (
    Change,
    add_statement,
    change,
    edit_items,
    find_assignment,
    find_meta,
    finish,
    keyword_of,
    set_field,
    set_list,
)
from .contents import (
    OVERRIDES,
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
from .quants import QuantWriter, in_order
from .text import UneditableError
from .writing import (
    ABSENT,
    axis_value,
    definition_text,
    fits,
    is_plain,
    row_text,
    value_text,
    way_of,
)

_WAYS = ("quant_types", "rows", "originals_only")


def retarget(
    draft: Draft,
    name: str,
    wanted: Contents,
    *,
    fields: Mapping[str, object] = {},
    pinned: Collection[str] = (),
) -> str:
    """The text of a family in which the definition called `name` says what is wanted of each
    model, and has these values in other fields. Definitions derived from it that are in `pinned`
    state what they inherit now. Raises UneditableError."""
    edit = _Edit(draft, name)
    if wanted != contents_of(edit.meta):
        edit.set_contents(wanted)
    for field, value in fields.items():
        if frozen(value) != frozen(getattr(edit.meta, field)):
            edit.set_value(field, value)
    return edit.finished(pinned)


def add_definition(
    draft: Draft,
    after: str,
    name: str,
    fields: Mapping[str, object],
    contents: Contents,
    base: str = "",
) -> str:
    """The text of a family with one more definition, below the one called `after`."""
    source = draft.source
    statement = find_assignment(source.tree, after)
    writer = QuantWriter(source, draft.definition.names, statement.lineno + 1)
    base_meta = draft.metas[base] if base else None
    text = definition_text(name, fields, contents, writer, base, base_meta)
    added = [add_statement(source, statement, text)]
    return finish(draft.text, change(draft.text, added), [], writer.needed)


def children(draft: Draft, name: str) -> list[str]:
    """The definitions derived from one by `.but`."""
    meta = draft.metas[name]
    return [child for child, other in draft.metas.items() if other.base is meta]


class _Edit:
    """The changes to the call of one definition."""

    def __init__(self, draft: Draft, name: str) -> None:
        self.draft, self.name = draft, name
        self.meta: ModelMeta = draft.metas[name]
        self.source = draft.source
        self.call, line = find_meta(self.source, name)
        self.writer = QuantWriter(self.source, draft.definition.names, line)
        self.changes: list[Change] = []
        self.changed: list[str] = []
        """The fields of the definition that change."""
        self.tagged: set[object] = set()
        """The quantizations that get another tag."""

    def set_contents(self, wanted: Contents) -> None:
        """Make the rows say what is wanted, or the fields of a regular release."""
        nodes = self._row_nodes()
        fixed = [i for i, node in enumerate(nodes or ()) if self._has_comment(node)]
        rects = arrange(self.meta, wanted, fixed)
        if not rects:
            raise UneditableError(f"nothing would be left of {self.name}")
        if (
            len(rects) == 1
            and is_plain(rects[0].content, defaults_of(self.meta))
            and fits(AXES[0], rects[0].axes[0], self.meta.base)
            and not fixed
        ):
            self._set_regular(rects[0])
        else:
            self._set_rows(nodes, rects)

    def set_value(self, field: str, value: object) -> None:
        """Make a field of the definition hold a value; by leaving it out, if it does so then."""
        self.changed.append(field)
        if field == "quant_tags":
            self.tagged |= set(cast("Mapping[object, object]", value))
        default: object = getattr(self.meta.base or ModelMeta(base_name=""), field)
        values = frozen(value)
        if values == frozen(default):
            self.changes += set_field(self.source, self.call, field, None)
        elif isinstance(values, tuple):
            self.changes += set_list(self.source, self.call, field, cast("Values", values))
        else:
            text = value_text(values, self.writer)
            self.changes += set_field(self.source, self.call, field, text)

    def finished(self, pinned: Collection[str]) -> str:
        """The text of the family with the changes made."""
        touched = [self.name]
        for child in pinned:
            call, _ = find_meta(self.source, child)
            stated = {keyword.arg for keyword in call.keywords}
            says_what_exists = not stated.isdisjoint(_WAYS)
            for field in dict.fromkeys(self.changed):
                if field in stated or (field in _WAYS and says_what_exists):
                    continue
                if field == "quant_tags" and self._adds_no_tag_of(self.draft.metas[child]):
                    continue
                keyword = keyword_of(self.call, field)
                text = self.source.segment(keyword.value) if keyword else _default_text(field)
                self.changes += set_field(self.source, call, field, text)
                touched.append(child)
        text = change(self.draft.text, self.changes)
        return finish(self.draft.text, text, touched, self.writer.needed)

    def _adds_no_tag_of(self, meta: ModelMeta) -> bool:
        """Whether none of the quantizations that get another tag is one of a definition's."""
        quants = {quant for content in contents_of(meta).values() for quant in content.quants}
        return self.tagged.isdisjoint(quants)

    def _row_nodes(self) -> list[ast.Call] | None:
        """The rows as they are written; None if this definition writes none."""
        keyword = keyword_of(self.call, "rows")
        if keyword is None:
            return None
        rows = keyword.value.elts if isinstance(keyword.value, (ast.List, ast.Tuple)) else []
        if not rows or not all(isinstance(row, ast.Call) and not row.args for row in rows):
            raise UneditableError(f"the rows of {self.name} are not written as [Row(...), ...]")
        return cast("list[ast.Call]", rows)

    def _has_comment(self, row: ast.Call) -> bool:
        """Whether there is a comment in a row, behind it or right above it."""
        (start, end), text = self.source.span(row), self.source.text
        line = text.rfind("\n", 0, start)
        above = text[text.rfind("\n", 0, max(line, 0)) + 1 : max(line, 0)]
        return "#" in text[start : text.find("\n", end)] or above.lstrip().startswith("#")

    def _set_regular(self, rect: Rect) -> None:
        """State one rectangle by the fields of the definition."""
        for axis, values in zip(AXES, rect.axes, strict=True):
            if self.meta.rows or _values(self.meta, axis.in_meta) != values:
                self.set_value(axis.in_meta, axis_value(axis, values))
        before, quants = keyword_of(self.call, "quant_types"), rect.content.quants
        if before is not None and quants:
            changes = self.writer.changes(before.value, quants)
            self.changes += changes
            self.changed += ["quant_types"] if changes else []
        elif self.meta.rows or quants != in_order(self.meta.quant_types):
            way, text = way_of(rect.content, self.writer)
            self._replace_way("quant_types" if way == "quants" else way, text)

    def _replace_way(self, way: str, text: str) -> None:
        """Say in another way than now what exists."""
        self.changed += _WAYS
        stated = next((k for k in self.call.keywords if k.arg in _WAYS), None)
        if stated is None:
            self.changes += set_field(self.source, self.call, way, text)
        else:
            span = self.source.span(cast("ast.expr", stated))
            self.changes.append((*span, f"{way}={text}"))

    def _set_rows(self, nodes: list[ast.Call] | None, rects: Sequence[Rect]) -> None:
        """State several rectangles by rows."""
        shared, common = self._share_axes(nodes, rects), defaults_of(self.meta)
        added: list[tuple[int, str]] = []
        within: list[Change] = []
        kept: set[int] = set()
        for rect in rects:
            if nodes is not None and rect.index is not None:
                kept.add(rect.index)
                within += self._row_changes(nodes[rect.index], rect, shared)
            else:
                added.append(
                    (max(kept, default=-1) + 1, row_text(rect, self.writer, shared, common))
                )
        whole = f"[{', '.join(text for _, text in added)}]"
        keyword = keyword_of(self.call, "rows")
        if nodes is None or keyword is None:
            self.writer.needed.append("Row")
            self._replace_way("rows", whole)
        elif not kept:
            self.changes.append((*self.source.span(keyword.value), whole))
        else:
            pairs, out = [(node, node) for node in nodes], set(range(len(nodes))) - kept
            self.changes += edit_items(
                self.source, keyword.value, pairs, out=out, new=added, within=within
            )
        self.changed.append("rows")

    def _share_axes(self, nodes: list[ast.Call] | None, rects: Sequence[Rect]) -> dict[str, Values]:
        """The values of each axis that the definition states for the rows that do not, by the
        field of a row. The fields of the definition are changed to hold them."""
        shared: dict[str, Values] = {}
        for place, axis in enumerate(AXES):
            has = _values(self.meta, axis.in_meta)
            values = {rect.axes[place] for rect in rects}
            if nodes is not None:
                values = {
                    rect.axes[place]
                    for rect in rects
                    if rect.index is not None and not keyword_of(nodes[rect.index], axis.in_row)
                }
            if nodes is not None and has in values:
                values = {has}
            only = next(iter(values), ABSENT)
            if len(values) == 1 and fits(axis, only, self.meta.base):
                shared[axis.in_row] = only
            if axis.in_row not in shared:  # every row states it
                self.changed += [axis.in_meta] if has != ABSENT else []
                self.changes += set_field(self.source, self.call, axis.in_meta, None)
            elif shared[axis.in_row] != has:
                self.set_value(axis.in_meta, axis_value(axis, shared[axis.in_row]))
        return shared

    def _row_changes(
        self, node: ast.Call, rect: Rect, shared: Mapping[str, Values]
    ) -> Iterator[Change]:
        """The changes within a row that is there."""
        row = self.meta.rows[cast("int", rect.index)]
        for axis, values in zip(AXES, rect.axes, strict=True):
            stated = getattr(row, axis.in_row)
            if stated is INHERITED and shared.get(axis.in_row) != values:
                yield from set_field(self.source, node, axis.in_row, repr(list(values)))
            elif stated is not INHERITED and shared.get(axis.in_row) == values != tuple(stated):
                yield from set_field(self.source, node, axis.in_row, None)
            elif stated is not INHERITED and tuple(stated) != values:
                yield from set_list(self.source, node, axis.in_row, values)
        before, wanted = rects_of(self.meta)[cast("int", rect.index)].content, rect.content
        quants = keyword_of(node, "quants")
        if before.quants != wanted.quants and quants and wanted.quants:
            yield from self.writer.changes(quants.value, wanted.quants)
        elif before.quants != wanted.quants:
            way, text = way_of(wanted, self.writer)
            old = quants or keyword_of(node, "originals_only")
            assert old is not None  # a row states one of the two
            yield (*self.source.span(cast("ast.expr", old)), f"{way}={text}")
        for field in OVERRIDES:
            if getattr(before, field) != (value := getattr(wanted, field)):
                yield from set_field(self.source, node, field, value_text(value, self.writer))


def _values(meta: ModelMeta, field: str) -> Values:
    """What a field of a definition holds, one value or several."""
    value = frozen(getattr(meta, field))
    return cast("Values", value if isinstance(value, tuple) else (value,))


def _default_text(field: str) -> str | None:
    """What states that a definition has no value in a field that it would inherit."""
    if field in _WAYS:
        return None
    values = _values(ModelMeta(base_name=""), field)
    return repr(values[0]) if field == "model_version" else repr(list(values))

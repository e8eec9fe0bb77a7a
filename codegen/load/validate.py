"""Check a definition before it is expanded into models."""

import difflib
from collections.abc import Iterator
from math import prod

from ..names.cell import Cell, cells_of, rows_of
from ..names.template import CASES, NAME_FIELDS, PATH_FIELDS, template_fields
from ..problem import Problem, mistake
from ..schema import AXES, INHERITED, ModelMeta, Row
from .facts import Mistake, contradiction, is_list
from .source import field_line
from .types import wrong_types

Found = Iterator[tuple[ModelMeta | Row, Mistake]]
"""Mistakes, each with the definition or row it is in."""

MOST_MODELS = 100_000
"""The most models that one definition may declare. More would be a mistake and fill the memory."""
_SEVERAL = ("quants", "upstream_quants", "mirrors", "former")
"""Lists of a row of which each item is a repo of each model."""


def validate(meta: ModelMeta) -> list[Problem]:
    """Every mistake of one definition, each with the line of the field or row it is in."""
    rows = [row for row in meta.rows if isinstance(row, Row)] if is_list(meta.rows) else []
    records: list[ModelMeta | Row] = [meta, *rows]
    mistakes = [(record, mistake) for record in records for mistake in wrong_types(record)]
    broken = {field for _, (field, _, _) in mistakes}
    for check, needs in _CHECKS:
        if broken.isdisjoint(needs):
            mistakes += check(meta)
    if not mistakes:
        mistakes = [*_too_many(meta)] or [*_repeated(meta)]
    return [_problem(record, *mistake) for record, mistake in mistakes]


def _problem(record: ModelMeta | Row, field: str, wrong: str, cure: str) -> Problem:
    shown = f"rows: {field}".rstrip(": ") if isinstance(record, Row) else field
    return mistake(field_line(record.where, field), shown, wrong, cure)


def _what_exists(meta: ModelMeta) -> Found:
    """A definition states what exists in one way: quant_types, rows, or originals_only."""
    stated = [name for name in ("quant_types", "rows", "originals_only") if getattr(meta, name)]
    if not stated:
        cure = "Add quant_types=[...], rows=[Row(...), ...], or originals_only=True."
        yield meta, ("", "does not state which uploads exist", cure)
    elif len(stated) > 1:
        cure = f"Keep one of {' and '.join(stated)}."
        yield meta, (stated[1], f"stated together with {stated[0]}", cure)
    for row in meta.rows:
        if bool(row.quants) == row.originals_only:
            wrong = "a row with quants and originals_only" if row.quants else "a row without quants"
            cure = "Write quants=[...], or originals_only=True if only the publisher's repos exist."
            yield row, ("", wrong, cure)


def _derivation(meta: ModelMeta) -> Found:
    """`.but` stays within one release and goes one step, so that a release reads by itself."""
    base = meta.base
    if base is None:
        return
    if base.base is not None:
        cure = "Call .but on a ModelMeta(...), or write this one out."
        yield meta, ("", "a .but of a .but", cure)
    for field in ("org", "base_name", "model_version"):
        before, now = getattr(base, field), getattr(meta, field)
        if before != now:
            wrong = f"{now!r}, but .but was called on a definition with {before!r}"
            cure = "Write ModelMeta(...) in full: .but is for the same release."
            yield meta, (field, wrong, cure)


def _modality(meta: ModelMeta) -> Found:
    records: list[ModelMeta | Row] = [meta, *meta.rows]
    yield from ((record, wrong) for record in records for wrong in contradiction(record))


def _templates(meta: ModelMeta) -> Found:
    records: list[ModelMeta | Row] = [meta, *meta.rows]
    for record in records:
        for field in ("name", "original", "mirrors", "former"):
            stated = getattr(record, field)
            templates = [stated] if isinstance(stated, str) or stated is None else stated
            for template in templates if stated is not INHERITED else ():
                if template is not None:
                    yield from ((record, wrong) for wrong in _template(field, template))


def _template(field: str, template: str) -> Iterator[Mistake]:
    allowed = NAME_FIELDS if field == "name" else PATH_FIELDS
    try:
        used = template_fields(template)
    except ValueError as error:
        yield field, f"{template!r}: {error}", "Close every brace: '{base_name}-{size}'."
        return
    for name, case in used:
        if name not in allowed:
            near = difflib.get_close_matches(name, sorted(allowed), 1) or sorted(allowed)
            cure = "Use " + ", ".join(f"{{{n}}}" for n in near) + "."
            yield field, f"{template!r} has the unknown field {{{name}}}", cure
        elif case not in CASES:
            yield field, f"{template!r} has the unknown letter case {case!r}", "Use upper or lower."
    if field != "name" and "/" not in template:
        yield field, f"{template!r} names no publisher", f"Write '{{org}}/{template}'."


def _unused(meta: ModelMeta) -> Found:
    """Sizes, versions and tags of a definition that no row uses."""
    for axis in AXES:
        stated = getattr(meta, axis.in_meta)
        every_row = meta.rows and all(getattr(r, axis.in_row) is not INHERITED for r in meta.rows)
        if stated == axis.absent or not every_row:
            continue
        values = [stated] if axis.absent is None else list(stated)
        used = {value for row in meta.rows for value in getattr(row, axis.in_row)}
        wrong, cure = "every row states it", f"Leave {axis.in_meta} out."
        if unused := [value for value in values if value not in used]:
            wrong = f"no row uses the {axis.word} {unused[0]!r}"
            cure = f"Add a row for {unused[0]!r}, or remove it."
        yield meta, (axis.in_meta, wrong, cure)


def _unused_quants(meta: ModelMeta) -> Found:
    """Tags of quantizations that the definition does not have, and quantizations of no original."""
    rows, base = rows_of(meta), meta.base  # what `.but` takes over need not apply
    used = {quant for row in rows for quant in (*row.quants, *row.upstream_quants)}
    for quant in () if base and base.quant_tags is meta.quant_tags else meta.quant_tags:
        if quant not in used:
            cure = f"Add {quant} where it was uploaded, or remove its tag."
            yield meta, ("quant_tags", f"nothing is declared in {quant}", cure)
    records: list[ModelMeta | Row] = [meta, *meta.rows]
    for record in records:
        is_stated = record.upstream_quants is not INHERITED and record.upstream_quants
        is_inherited = base is not None and base.upstream_quants is record.upstream_quants
        if is_stated and not is_inherited and all(row.original is None for row in rows):
            cure = "State the original, or leave upstream_quants out."
            yield record, ("upstream_quants", "there is no original that is quantized", cure)


def _too_many(meta: ModelMeta) -> Found:
    count = sum(
        prod(len(getattr(row, axis.in_row)) for axis in AXES)
        * max(1, sum(len(getattr(row, field)) for field in _SEVERAL))
        for row in rows_of(meta)
    )
    if count > MOST_MODELS:
        wrong = f"declares {count:,} models; a definition may declare {MOST_MODELS:,}"
        yield meta, ("", wrong, "Declare what exists, in rows.")


def _repeated(meta: ModelMeta) -> Found:
    """One model in two rows under one name: its quantizations belong in one row."""
    first: dict[tuple[object, ...], Cell] = {}
    for cell in cells_of(meta) if meta.rows else ():
        other = first.setdefault((cell.coordinates, cell.row.name), cell)
        if other is not cell:
            model = " ".join(filter(None, cell.coordinates)) or cell.name
            wrong = f"{model} is also in the row at line {other.row.where.line}"
            yield cell.row, ("", wrong, "Put it in one row.")


_CHECKS = (
    (_what_exists, ("quant_types", "quants", "rows", "originals_only")),
    (_derivation, ()),
    (_modality, ("modality", "is_multimodal", "rows")),
    (_templates, ("name", "original", "mirrors", "former", "rows")),
    (
        _unused,
        ("model_sizes", "instruct_tags", "model_version", "sizes", "tags", "versions", "rows"),
    ),
    (
        _unused_quants,
        ("quant_tags", "quant_types", "quants", "upstream_quants", "original", "rows"),
    ),
)
"""Checks of a definition, and the fields whose types they rely on."""

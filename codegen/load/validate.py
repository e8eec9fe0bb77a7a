"""Check a definition before it is expanded into models."""

import difflib
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import prod
from typing import cast

from ..names.cell import Cell, cells_of, rows_of
from ..names.template import CASES, NAME_FIELDS, PATH_FIELDS, template_fields
from ..problem import Problem
from ..schema import AXES, INHERITED, ModelMeta, Row
from .facts import Mistake
from .source import field_line
from .types import wrong_types

MOST_MODELS = 100_000
"""The most uploads that one definition may declare. More would be a mistake and fill the memory."""


def validate(family: str, meta: ModelMeta) -> list[Problem]:
    """Every mistake of one definition, each with the line of the field or row it is in."""
    rows = [row for row in _items(meta.rows) if isinstance(row, Row)]
    records: list[ModelMeta | Row] = [meta, *rows]
    mistakes = [(record, mistake) for record in records for mistake in wrong_types(record)]
    problems = [_problem(family, record, mistake) for record, mistake in mistakes]
    broken = {field for _, (field, _, _) in mistakes}
    for check, needs in _CHECKS:
        if broken.isdisjoint(needs):
            problems += check(family, meta)
    if not problems:
        problems = [*_too_many(family, meta)] or [*_repeated(family, meta)]
    return problems


def _items(rows: object) -> Sequence[object]:
    return cast("Sequence[object]", rows) if isinstance(rows, (list, tuple)) else ()


def _problem(family: str, stated: ModelMeta | Row, mistake: Mistake) -> Problem:
    field, wrong, cure = mistake
    shown = f"rows: {field}".rstrip(": ") if isinstance(stated, Row) else field
    return Problem(field_line(stated.where, field), family, shown, wrong, cure)


def _what_exists(family: str, meta: ModelMeta) -> Iterator[Problem]:
    """A definition states what exists in one way: quant_types, rows, or originals_only."""
    stated = [name for name in ("quant_types", "rows", "originals_only") if getattr(meta, name)]
    if not stated:
        cure = "Add quant_types=[...], rows=[Row(...), ...], or originals_only=True."
        wrong = "does not state which uploads exist"
        yield _problem(family, meta, ("", wrong, cure))
    elif len(stated) > 1:
        cure = f"Keep one of {' and '.join(stated)}."
        yield _problem(family, meta, (stated[1], f"stated together with {stated[0]}", cure))
    for row in meta.rows:
        if bool(row.quants) == row.originals_only:
            wrong = "a row with quants and originals_only" if row.quants else "a row without quants"
            cure = "Write quants=[...], or originals_only=True if only the publisher's repos exist."
            yield _problem(family, row, ("", wrong, cure))


def _derivation(family: str, meta: ModelMeta) -> Iterator[Problem]:
    """`.but` stays within one release and goes one step, so that a release reads by itself."""
    base = meta.base
    if base is None:
        return
    if base.base is not None:
        cure = "Call .but on a ModelMeta(...), or write this one out."
        yield _problem(family, meta, ("", "a .but of a .but", cure))
    for field in ("org", "base_name", "model_version"):
        before, now = getattr(base, field), getattr(meta, field)
        if before != now:
            cure = "Write ModelMeta(...) in full: .but is for the same release."
            wrong = f"{now!r}, but .but was called on a definition with {before!r}"
            yield _problem(family, meta, (field, wrong, cure))


def _templates(family: str, meta: ModelMeta) -> Iterator[Problem]:
    both: tuple[ModelMeta | Row, ...] = (meta, *meta.rows)
    for stated in both:
        templates = [("name", stated.name, NAME_FIELDS), ("original", stated.original, PATH_FIELDS)]
        for field in ("mirrors", "former"):
            several = getattr(stated, field)
            paths = () if several is INHERITED else several
            templates += [(field, path, PATH_FIELDS) for path in paths]
        for field, template, allowed in templates:
            if template is not INHERITED and template is not None:
                for mistake in _template(field, template, allowed):
                    yield _problem(family, stated, mistake)


def _template(field: str, template: str, allowed: frozenset[str]) -> Iterator[Mistake]:
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


def _unused(family: str, meta: ModelMeta) -> Iterator[Problem]:
    """Sizes, versions and tags of a definition that no row uses."""
    for axis in AXES:
        stated = getattr(meta, axis.in_meta)
        every_row = meta.rows and all(getattr(r, axis.in_row) is not INHERITED for r in meta.rows)
        if stated == axis.absent or not every_row:
            continue
        values = [stated] if axis.absent is None else list(stated)
        used = {value for row in meta.rows for value in getattr(row, axis.in_row)}
        unused = [value for value in values if value not in used]
        if unused:
            wrong = f"no row uses the {axis.word} {unused[0]!r}"
            cure = f"Add a row for {unused[0]!r}, or remove it."
        else:
            wrong = "every row states it"
            cure = f"Leave {axis.in_meta} out."
        where = field_line(meta.where, axis.in_meta)
        yield Problem(where, family, axis.in_meta, wrong, cure)


def _too_many(family: str, meta: ModelMeta) -> Iterator[Problem]:
    count = sum(
        prod(len(getattr(row, axis.in_row)) for axis in AXES) * max(1, len(row.quants))
        for row in rows_of(meta)
    )
    if count > MOST_MODELS:
        wrong = f"declares {count:,} uploads; a definition may declare {MOST_MODELS:,}"
        yield Problem(meta.where, family, "", wrong, "Declare what exists, in rows.")


def _repeated(family: str, meta: ModelMeta) -> Iterator[Problem]:
    """One model in two rows under one name: its quantizations belong in one row."""
    if not meta.rows:
        return
    rows: dict[tuple[object, ...], list[Cell]] = {}
    for cell in cells_of(meta):
        rows.setdefault((cell.coordinates, cell.row.name), []).append(cell)
    for cells in rows.values():
        for first, second in list(combinations(cells, 2))[:1]:
            model = " ".join(filter(None, first.coordinates)) or first.name
            wrong = f"{model} is also in the row at line {first.row.where.line}"
            yield Problem(second.row.where, family, "rows", wrong, "Put it in one row.")


_CHECKS = (
    (_what_exists, ("quant_types", "quants", "rows", "originals_only")),
    (_derivation, ()),
    (_templates, ("name", "original", "mirrors", "former", "rows")),
    (
        _unused,
        ("model_sizes", "instruct_tags", "model_version", "sizes", "tags", "versions", "rows"),
    ),
)
"""Checks of a definition, and the fields whose types they rely on."""

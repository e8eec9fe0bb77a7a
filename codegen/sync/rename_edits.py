"""What may be behind a rename, as texts that a family could have; the caller tries each."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from ..edit.axes import AXES, Coordinates
from ..edit.changes import Change, Source, change, finish, set_field
from ..edit.draft import Draft
from ..edit.fields import PER_AXIS, Target, target_of
from ..edit.meta import children, find_meta, retarget, set_list
from ..edit.quants import quants
from ..edit.text import UneditableError
from ..models.expand import Cell
from ..names.template import CASES, fill, full_template
from ..schema import ModelMeta
from .rename_reading import Renamed, models_of, quant_of

_FIELD_OF = {
    "org": "org",
    "base_name": "base_name",
    "model_version": "model_version",
    "size": "model_sizes",
    "instruct_tag": "instruct_tags",
    "modifier": "modifier",
}
"""Field of the template to the field of the definition that its values stand in."""

_SINGLE = ("org", "base_name", "model_version", "modifier")
"""Fields that hold one value for all of a definition, or may."""

_PLACES = ("model_version", "size", "instruct_tag")

_Values = dict[tuple[str, str], str]
"""Field and value to the value it should have."""


def literals(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Values that are written wrongly: a base name, an organisation, a version, a size, a tag."""
    wrong: _Values = {}
    for one in renamed:
        for field, (old, new) in (one.fields or {}).items():
            if field in _FIELD_OF and old and new:
                wrong.setdefault((field, old), new)
    for several in (wrong, *({key: new} for key, new in wrong.items() if len(wrong) > 1)):
        if not several:
            continue
        yield _replaced(draft, name, several, renamed)
        yield _replaced(draft, name, several, renamed, keeps_originals=True)
        if own := {key: new for key, new in several.items() if key[0] in _SINGLE}:
            yield _stated_here(draft, name, own, renamed)


def _original_kept(meta: ModelMeta, wrong: _Values) -> str | None:
    """The template of the originals with their letter case as it is, where values get another."""
    if not isinstance(meta.original, str) or not isinstance(meta.name, str):
        return None
    kept = meta.original.replace("{name}", meta.name)
    for (field, old), new in wrong.items():
        case = next((c for c in ("lower", "upper") if CASES[c](new) == old), None)
        if case is None or not re.search(rf"\{{{field}(:\w+)?\}}", kept):
            return None
        kept = kept.replace(f"{{{field}}}", f"{{{field}:{case}}}")
    return kept


def _stated_here(draft: Draft, name: str, wrong: _Values, renamed: Sequence[Renamed]) -> str:
    """The family with values stated in the definition itself that it has from another one."""
    source = draft.source
    call, _ = find_meta(source, name)
    changes = [
        one
        for (field, _), new in wrong.items()
        for one in set_field(source, call, _FIELD_OF[field], repr(new))
    ]
    changes += _follow(draft, source, [name], {one.repo_id: one for one in renamed})
    return finish(draft.text, change(draft.text, changes), [name])


def _replaced(
    draft: Draft,
    name: str,
    wrong: _Values,
    renamed: Sequence[Renamed],
    *,
    keeps_originals: bool = False,
) -> str:
    """The family with values replaced where they are stated: in the definition, in the one that
    it has them from, and in the keys of all that have them from there."""
    source = draft.source
    changes: dict[tuple[int, int], str] = {}
    touched = {name: None}
    affected: dict[str, None] = {}
    for (field, old), new in wrong.items():
        of = _FIELD_OF[field]
        root = _stating(draft, source, name, of)
        for definition in _inheriting(draft, source, root, of):
            affected[definition] = None
            call, _ = find_meta(source, definition)
            for place in _constants(call, of, old):
                changes[source.span(place)] = repr(new)
                touched[definition] = None
    edits = [(start, end, new) for (start, end), new in changes.items()]
    edits += _follow(draft, source, list(touched), {one.repo_id: one for one in renamed})
    for definition in affected if keeps_originals else ():
        call, _ = find_meta(source, definition)
        kept = _original_kept(draft.metas[definition], wrong)
        is_named = any(k.arg in ("name", "original") for k in call.keywords)
        if kept and (is_named or definition == next(iter(affected))):
            edits += set_field(source, call, "original", repr(kept))
            touched[definition] = None
    return finish(draft.text, change(draft.text, edits), list(touched))


def _stating(draft: Draft, source: Source, name: str, of: str) -> str:
    """The definition that states what one has in a field: itself, or one that it derives from."""
    while True:
        call, _ = find_meta(source, name)
        if any(keyword.arg == of for keyword in call.keywords):
            return name
        if not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, ast.Name):
            raise UneditableError(f"{name} does not state {of}")
        name = call.func.value.id


def _inheriting(draft: Draft, source: Source, root: str, of: str) -> Iterator[str]:
    yield root
    for child in children(draft, root):
        call, _ = find_meta(source, child)
        if all(keyword.arg != of for keyword in call.keywords):
            yield from _inheriting(draft, source, child, of)


def _constants(call: ast.Call, of: str, old: str) -> Iterator[ast.Constant]:
    """Where a call writes a value of a field: in the field itself, and in keys of dicts."""
    for keyword in call.keywords:
        if keyword.arg == of:
            yield from _strings(keyword.value, old)
        elif of in AXES and keyword.arg in PER_AXIS:
            for node in ast.walk(keyword.value):
                for key in node.keys if isinstance(node, ast.Dict) else ():
                    yield from _strings(key, old) if key else ()


def _strings(node: ast.expr, value: str) -> Iterator[ast.Constant]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and inner.value == value:
            yield inner


def _follow(
    draft: Draft, source: Source, definitions: Iterable[str], renamed: Mapping[str, Renamed]
) -> Iterator[Change]:
    """The changes to what names whole ids: stated constants, and spellings."""
    for name in definitions:
        call, _ = find_meta(source, name)
        meta = draft.metas[name]
        yield from _stated_constants(source, name, renamed)
        old = {one.name for one in renamed.values()}
        kept = [spelled for spelled in meta.spelled if spelled not in old]
        if kept != list(meta.spelled) and any(k.arg == "spelled" for k in call.keywords):
            yield from set_list(source, call, "spelled", kept)


def template_case(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """A template that writes a field in the wrong letter case: `{base_name:lower}`."""
    meta = draft.metas[name]
    wrong = [one for one in renamed if one.is_upload]
    if not wrong or not all(one.is_case for one in wrong) or not isinstance(meta.name, str):
        return
    source = draft.source
    call, _ = find_meta(source, name)
    for template in _in_other_case(meta.name):
        if not all(_gives(meta, template, one) for one in wrong):
            continue
        changes = set_field(source, call, "name", repr(template))
        yield finish(draft.text, change(draft.text, changes), [name])
        if isinstance(meta.original, str) and "{name}" in meta.original:
            kept = meta.original.replace("{name}", meta.name)
            with_original = [*changes, *set_field(source, call, "original", repr(kept))]
            yield finish(draft.text, change(draft.text, with_original), [name])


def _gives(meta: ModelMeta, template: str, one: Renamed) -> bool:
    fields = Cell("", meta, *one.cell).fields
    tag = meta.quant_tags.get(one.model.quant_type, one.model.quant_type.value)
    fields |= {"modifier": meta.modifier, "quant": tag}
    return fill(full_template(template), fields) == one.new_name


def _in_other_case(template: str) -> Iterator[str]:
    """The template with each field in every letter case, those with few changes first."""
    parts = re.split(r"\{(\w+)(?::\w+)?\}", template)
    fields = parts[1::2]
    choices = sorted(
        product(("", ":lower", ":upper"), repeat=len(fields)), key=lambda c: sum(map(bool, c))
    )
    for cases in choices:
        written = [f"{{{field}{case}}}" for field, case in zip(fields, cases, strict=True)]
        pairs = zip(parts[::2], [*written, ""], strict=True)
        yield "".join(literal + field for literal, field in pairs)


def moves(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Uploads that are of another version, size, tag or quantisation than declared."""
    meta = draft.metas[name]
    target = target_of(meta)
    said = dict(target.quants)
    templates: dict[Coordinates, str] = {}
    kept: dict[Coordinates, str] = {}
    for one in renamed:
        if not one.is_upload or one.fields is None or not one.fields:
            continue
        if set(one.fields) - {*_PLACES, "quant"}:
            continue
        quant = one.model.quant_type
        new = tuple(one.fields.get(f, (None, v))[1] for f, v in zip(_PLACES, one.cell, strict=True))
        version, size, tag = new
        cell = (version, size, tag)
        becomes = quant_of(meta, one.fields["quant"][1]) if "quant" in one.fields else quant
        left = tuple(q for q in said.get(one.cell) or () if q is not quant)
        said[one.cell] = left
        if cell not in target.quants:
            templates[cell] = str(Cell("", meta, *one.cell).at(meta.name))
            if one.model.original:
                kept[cell] = one.model.original
        said[cell] = quants([*(said.get(cell) or ()), becomes])
    said = {cell: value for cell, value in said.items() if value != ()}
    if said == target.quants:
        return
    gone = {one.name for one in renamed}
    spelled = [name for name in meta.spelled if name not in gone]
    moved = replace(target, quants=said, templates=templates, spelled=spelled)
    for wanted in (moved, replace(moved, originals=kept)):
        for pinned in ([], children(draft, name)):
            yield retarget(draft, name, wanted, pinned=pinned)


def spellings(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Single uploads whose letter case follows no rule: `spelled`."""
    wrong = [one for one in renamed if one.is_upload and one.is_case]
    if not wrong:
        return
    target = target_of(draft.metas[name])
    gone = {one.name for one in wrong}
    made = {_made(draft.metas[name], one) for one in wrong}
    spelled = [s for s in target.spelled if s not in gone]
    spelled += [one.new_name for one in wrong if one.new_name not in made]
    for pinned in ([], children(draft, name)):
        text = retarget(draft, name, Target(target.quants, spelled=spelled), pinned=pinned)
        source = Source(text)
        names = {one.repo_id: one for one in wrong}
        more = _stated_constants(source, name, names)
        yield finish(text, change(text, more), [name])


def _made(meta: ModelMeta, one: Renamed) -> str:
    """What the template gives, without a spelling."""
    cell = Cell("", meta, *one.cell)
    tag = meta.quant_tags.get(one.model.quant_type, one.model.quant_type.value)
    return fill(cell.template, {**cell.fields, "modifier": meta.modifier, "quant": tag})


def _stated_constants(
    source: Source, name: str, renamed: Mapping[str, Renamed]
) -> Iterator[Change]:
    call, _ = find_meta(source, name)
    for keyword in call.keywords:
        if keyword.arg == "constants" and isinstance(keyword.value, ast.Dict):
            for key in keyword.value.keys:
                if isinstance(key, ast.Constant) and key.value in renamed:
                    yield *source.span(key), repr(renamed[str(key.value)].canonical)


def originals(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Upstream repos that the template does not give any more: in full."""
    target = target_of(draft.metas[name])
    wrong = [one for one in renamed if one.model.is_original and not one.model.quant_type]
    for several in (wrong, *([one] for one in wrong if len(wrong) > 1)):
        if several:
            stated = {one.cell: one.canonical for one in several}
            derived = children(draft, name)
            wrong_too = {one.repo_id for one in several}
            others = [
                child
                for child in derived
                if not any(m.repo_id in wrong_too for m in models_of(draft, draft.metas[child]))
            ]
            for pinned in ([], others, derived):
                yield retarget(draft, name, replace(target, originals=stated), pinned=pinned)

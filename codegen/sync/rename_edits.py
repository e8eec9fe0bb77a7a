"""What may be behind a rename, as texts that a family could have; the caller tries each."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product

from ..edit.contents import Contents, Key, contents_of
from ..edit.draft import Draft
from ..edit.quants import in_order
from ..edit.rows import children, retarget
from ..edit.source import SourceEdit
from ..load.source import field_value
from ..names.quant import quant_tag
from ..names.template import fill, full_template
from ..schema import AXES, BUILT_IN, NONE, ModelMeta, Quant
from .rename_reading import Renamed

_PLACES = ("model_version", "size", "instruct_tag")
_IN_META = {
    **{field: field for field in ("org", "base_name", "modifier")},
    **{axis.field: axis.in_meta for axis in AXES},
}
_IN_ROW = {axis.field: axis.in_row for axis in AXES}

_Values = Mapping[tuple[str, str], str]
"""Field and value to the value it should have."""


Hypothesis = Callable[[Draft, str, list[Renamed]], Iterator[str]]


def already_declared(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Uploads whose canonical id is declared too: they go."""
    contents = contents_of(draft.metas[name])
    out = [one for one in renamed if one.is_upload and one.is_declared]
    for one in out:
        left = tuple(q for q in contents[one.key].quants if q != one.model.quant_type)
        contents[one.key] = contents[one.key]._replace(quants=left)
    if out:
        kept = {key: content for key, content in contents.items() if content.quants}
        yield from _retargeted(draft, name, kept, out)
        yield from _retargeted(draft, name, contents, out)


def literals(
    draft: Draft, name: str, renamed: list[Renamed], *, keeps_originals: bool = False
) -> Iterator[str]:
    """Values that are written wrongly: a base name, an organization, a version, a size, a tag."""
    wrong: dict[tuple[str, str], str] = {}
    for one in renamed:
        for field, (old, new) in (one.fields or {}).items():
            if field in _IN_META and old and new:
                wrong.setdefault((field, old), new)
    for several in (wrong, *({key: new} for key, new in wrong.items() if len(wrong) > 1)):
        if several:
            for is_here in (False, True):
                yield _replaced(draft, name, several, renamed, keeps_originals, is_here)


def _replaced(
    draft: Draft,
    name: str,
    wrong: _Values,
    renamed: Sequence[Renamed],
    keeps_originals: bool,
    is_here: bool,
) -> str:
    """The family with values replaced where they are stated: in the definition, or in the one
    that it has them from; or else stated in the definition itself."""
    edit, meta = SourceEdit(draft.text), draft.metas[name]
    call = edit.definition(name)
    touched = [name]
    base = next((n for n, m in draft.metas.items() if m is meta.base), None)
    for (field, old), new in wrong.items():
        places = list(_constants(call, field, old))
        if is_here and not places and field in ("org", "base_name", "modifier"):
            edit.set_field(call, field, repr(new))
        elif not places and base:
            places = list(_constants(edit.definition(base), field, old))
            touched.append(base)
        if not places and field == "org" and not is_here and "ORG" in draft.definition.names:
            places = _strings(edit.assignment("ORG"), old)
        for place in places:
            edit.replace(place, repr(new))
    if keeps_originals and meta.original:
        kept = meta.original.replace("{name}", meta.name)
        for (field, old), _ in wrong.items():
            kept = kept.replace(f"{{{field}}}", old)
        edit.set_field(call, "original", repr(kept))
    for definition in dict.fromkeys(touched):
        _follow(edit, draft, definition, renamed)
    return edit.finished()


def _constants(call: ast.Call, field: str, old: str) -> Iterator[ast.Constant]:
    """Where a definition writes a value of a field: in its own field, and in those of its rows."""
    rows = field_value(call, "rows")
    places = [field_value(call, _IN_META[field])]
    if field in _IN_ROW and rows is not None:
        calls = (node for node in ast.walk(rows) if isinstance(node, ast.Call))
        places += [field_value(row, _IN_ROW[field]) for row in calls]
    for value in filter(None, places):
        yield from _strings(value, old)


def _strings(node: ast.AST, value: str) -> list[ast.Constant]:
    """The constants in a piece of source that hold a value."""
    nodes = ast.walk(node)
    return [n for n in nodes if isinstance(n, ast.Constant) and n.value == value]


def _follow(edit: SourceEdit, draft: Draft, name: str, renamed: Sequence[Renamed]) -> None:
    """Change what names whole ids in a definition: stated constants, and spellings."""
    call = edit.definition(name)
    names = {one.repo_id.partition("/")[2] for one in renamed}
    _restate_constants(edit, call, renamed)
    spelled = draft.metas[name].spelled
    kept = [one for one in spelled if one not in names]
    if kept != list(spelled) and field_value(call, "spelled"):
        if kept:
            edit.set_list(call, "spelled", kept)
        else:
            edit.set_field(call, "spelled", None)


def _restate_constants(edit: SourceEdit, call: ast.Call, renamed: Sequence[Renamed]) -> None:
    canonical = {one.repo_id: one.canonical for one in renamed}
    node = field_value(call, "constants")
    for key in node.keys if isinstance(node, ast.Dict) else ():
        if isinstance(key, ast.Constant) and key.value in canonical:
            edit.replace(key, repr(canonical[str(key.value)]))


def template_case(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """A template that writes a field in the wrong letter case: `{base_name:lower}`."""
    meta = draft.metas[name]
    wrong = [one for one in renamed if one.is_upload and one.cell.row.name == meta.name]
    if not wrong or not all(one.is_case for one in wrong):
        return
    for template in _in_other_case(meta.name):
        if all(_gives(meta, template, one) for one in wrong):
            kept = (meta.original or "").replace("{name}", meta.name)
            for original in (None, *([repr(kept)] if kept != (meta.original or "") else [])):
                edit = SourceEdit(draft.text)
                call = edit.definition(name)
                edit.set_field(call, "name", repr(template))
                if original:
                    edit.set_field(call, "original", original)
                yield edit.finished()


def _gives(meta: ModelMeta, template: str, one: Renamed) -> bool:
    tag = quant_tag(meta, one.model.quant_type)
    fields = {**one.cell.fields, "modifier": meta.modifier, "quant": tag}
    return fill(full_template(template), fields) == one.new_name


def _in_other_case(template: str) -> Iterator[str]:
    """The template with each field in every letter case, those with few changes first."""
    parts = re.split(r"\{(\w+)(?::\w+)?\}", template)
    fields = parts[1::2]
    choices = product(("", ":lower", ":upper"), repeat=len(fields))
    for cases in sorted(choices, key=lambda c: sum(map(bool, c))):
        written = [f"{{{field}{case}}}" for field, case in zip(fields, cases, strict=True)]
        pairs = zip(parts[::2], [*written, ""], strict=True)
        yield "".join(literal + field for literal, field in pairs)


def spellings(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Single uploads whose letter case follows no rule: `spelled`."""
    wrong = [one for one in renamed if one.is_upload and one.is_case]
    if wrong:
        made = {one.cell.upload(one.model.quant_type) for one in wrong}
        new = [one.new_name for one in wrong if one.new_name not in made]
        yield from _retargeted(draft, name, contents_of(draft.metas[name]), wrong, new)


def moves(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Uploads that are of another version, size, tag or quantization than declared."""
    meta = draft.metas[name]
    for keeps_originals in (False, True):
        contents = contents_of(meta)
        moved: list[Renamed] = []
        for one in renamed:
            if one.is_upload and one.fields and not set(one.fields) - {*_PLACES, "quant"}:
                _move(contents, one, keeps_originals)
                moved.append(one)
        kept = {key: c for key, c in contents.items() if c.quants or c == contents_of(meta)[key]}
        if moved:
            yield from _retargeted(draft, name, kept, moved)


def _move(contents: Contents, one: Renamed, keeps_original: bool) -> None:
    """Move an upload to the model that its new name says."""
    fields, quant, content = one.fields or {}, one.model.quant_type, contents[one.key]
    version, size, tag = (
        fields.get(field, (None, value))[1]
        for field, value in zip(_PLACES, one.cell.coordinates, strict=True)
    )
    if "quant" in fields:
        quant = _quant_of(one.cell.meta, fields["quant"][1])
    left = tuple(q for q in content.quants if q != one.model.quant_type)
    contents[one.key] = content._replace(quants=left)
    key: Key = ((version, size, tag), one.key[1])
    there = contents.get(key) or content._replace(
        quants=(), original=one.model.original if keeps_original else content.original
    )
    contents[key] = there._replace(quants=in_order([*there.quants, quant]))


def _quant_of(meta: ModelMeta, tag: str | None) -> Quant:
    """The quantization that a definition spells so."""
    every = {**{quant_tag(meta, quant): quant for quant in BUILT_IN}, "": NONE}
    return every[tag or ""]


def originals(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Originals that the template does not give any more: in full."""
    wrong = [one for one in renamed if one.model.is_original and one.model.quant_type == NONE]
    for several in (wrong, *([one] for one in wrong if len(wrong) > 1)):
        if several:
            contents = contents_of(draft.metas[name])
            for one in several:
                contents[one.key] = contents[one.key]._replace(original=one.canonical)
            yield from _retargeted(draft, name, contents, [])


def _retargeted(
    draft: Draft,
    name: str,
    contents: Contents,
    gone: Sequence[Renamed],
    spelled: Sequence[str] = (),
) -> Iterator[str]:
    """The family in which a definition says this, without the spellings of ids that are gone;
    with none, or all, of the definitions derived from it left as they are."""
    names = {one.repo_id.partition("/")[2] for one in gone}
    kept = [one for one in draft.metas[name].spelled if one not in names]
    for pinned in ([], children(draft, name)):
        text = retarget(draft, name, contents, fields={"spelled": [*kept, *spelled]}, pinned=pinned)
        edit = SourceEdit(text)
        _restate_constants(edit, edit.definition(name), gone)
        yield edit.finished()


HYPOTHESES: tuple[Hypothesis, ...] = (
    already_declared,
    literals,
    template_case,
    partial(literals, keeps_originals=True),
    spellings,
    moves,
    originals,
)
"""What may be behind a rename, the most likely first."""

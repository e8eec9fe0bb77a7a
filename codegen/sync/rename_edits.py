"""Possible causes of a rename, each as texts of the family that would correct it."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product

from ..edit.contents import Contents, add_quant, contents_of, remove_quant
from ..edit.draft import Draft
from ..edit.rows import children, retarget
from ..edit.source import SourceEdit
from ..load.source import field_value
from ..names.quant import quant_tag
from ..names.template import fill, full_template
from ..schema import AXES, BUILT_IN, NONE, ModelMeta, Quant
from .rename_reading import Renamed

_PLACES = tuple(axis.field for axis in AXES)
_OWN = ("org", "base_name", "modifier")

Hypothesis = Callable[[Draft, str, list[Renamed]], Iterator[str]]


def already_declared(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Uploads whose canonical id is declared too are removed."""
    contents = contents_of(draft.metas[name])
    gone = [one for one in renamed if one.is_upload and one.is_declared]
    for one in gone:
        remove_quant(contents, one.key, one.model.quant_type)
    if gone:
        kept = {key: content for key, content in contents.items() if content.quants}
        yield from _retargeted(draft, name, kept, gone)
        yield from _retargeted(draft, name, contents, gone)


def literals(
    draft: Draft, name: str, renamed: list[Renamed], *, keeps_originals: bool = False
) -> Iterator[str]:
    """A wrong organization, base name, modifier, version, size or tag, stated in the definition, in
    the one it is derived from, or in the ORG of the file."""
    wrong: dict[tuple[str, str], str] = {}
    for one in renamed:
        for field, (old, new) in (one.fields or {}).items():
            if field != "quant" and old and new:
                wrong.setdefault((field, old), new)
    base = [n for n, meta in draft.metas.items() if meta is draft.metas[name].base]
    for several in (wrong, *({key: new} for key, new in wrong.items() if len(wrong) > 1)):
        if "ORG" in draft.definition.names and any(field == "org" for field, _ in several):
            edit = SourceEdit(draft.text)
            for node in ast.walk(edit.assignment("ORG")):
                if isinstance(node, ast.Constant) and ("org", node.value) in several:
                    edit.replace(node, repr(several["org", str(node.value)]))
            yield edit.finished()
        for owner in (*base, name):
            yield from _with_literals(draft, owner, several, renamed, keeps_originals)


def _with_literals(
    draft: Draft,
    name: str,
    wrong: Mapping[tuple[str, str], str],
    renamed: Sequence[Renamed],
    keeps_originals: bool,
) -> Iterator[str]:
    """The family with these values corrected in one definition, if it has any of them."""
    meta, contents = draft.metas[name], Contents()
    for (coordinates, template), content in contents_of(meta).items():
        at = zip(_PLACES, coordinates, strict=True)
        version, size, tag = (wrong.get((field, value or ""), value) for field, value in at)
        contents[(version, size, tag), template] = content
    own = [key for key in wrong if key[0] in _OWN and getattr(meta, key[0]) == key[1]]
    fields: dict[str, object] = {key[0]: wrong[key] for key in own}
    if not fields and contents == contents_of(meta):
        return
    if keeps_originals and meta.original:
        kept = meta.original.replace("{name}", meta.name)
        for field, old in wrong:
            kept = kept.replace(f"{{{field}}}", old)
        fields["original"] = kept
    yield from _retargeted(draft, name, contents, renamed, fields=fields)


def template_case(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """A template with a field in the wrong letter case: `{base_name:lower}`."""
    meta = draft.metas[name]
    wrong = [one for one in renamed if one.is_upload and one.cell.row.name == meta.name]
    if not wrong or not all(one.is_case for one in wrong):
        return
    for template in _in_other_case(meta.name):
        if all(_gives(meta, template, one) for one in wrong):
            kept = (meta.original or "").replace("{name}", meta.name)
            for original in dict.fromkeys((meta.original, kept)):
                edit = SourceEdit(draft.text)
                call = edit.definition(name)
                edit.set_field(call, "name", repr(template))
                if original != meta.original:
                    edit.set_field(call, "original", repr(original))
                yield edit.finished()


def _gives(meta: ModelMeta, template: str, one: Renamed) -> bool:
    tag = quant_tag(meta, one.model.quant_type)
    fields = {**one.cell.fields, "modifier": meta.modifier, "quant": tag}
    return fill(full_template(template), fields) == one.new_name


def _in_other_case(template: str) -> Iterator[str]:
    """The template with its fields in all letter cases, the plainest first."""
    parts = re.split(r"\{(\w+)(?::\w+)?\}", template)
    choices = product(("", ":lower", ":upper"), repeat=len(parts) // 2)
    for cases in sorted(choices, key=lambda c: sum(map(bool, c))):
        fields = [f"{{{field}{case}}}" for field, case in zip(parts[1::2], cases, strict=True)]
        yield "".join(a + b for a, b in zip(parts[::2], [*fields, ""], strict=True))


def spellings(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Single uploads whose letter case follows no rule: `spelled`."""
    wrong = [one for one in renamed if one.is_upload and one.is_case]
    if wrong:
        made = {one.cell.upload(one.model.quant_type) for one in wrong}
        new = [one.new_name for one in wrong if one.new_name not in made]
        yield from _retargeted(draft, name, contents_of(draft.metas[name]), wrong, spelled=new)


def moves(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Uploads of another version, size, tag or quantization than declared."""
    declared = contents_of(draft.metas[name])
    moved = [r for r in renamed if r.is_upload and r.fields and r.fields.keys().isdisjoint(_OWN)]
    for keeps_originals in (False, True) if moved else ():
        contents = dict(declared)
        for one in moved:
            fields, quant, content = one.fields or {}, one.model.quant_type, contents[one.key]
            remove_quant(contents, one.key, quant)
            at = zip(_PLACES, one.cell.coordinates, strict=True)
            version, size, tag = (fields.get(field, (None, value))[1] for field, value in at)
            key = ((version, size, tag), one.key[1])
            original = one.model.original if keeps_originals else content.original
            contents.setdefault(key, content._replace(quants=(), original=original))
            is_other = "quant" in fields
            add_quant(contents, key, _quant_of(one, fields["quant"][1]) if is_other else quant)
        kept = {key: c for key, c in contents.items() if c.quants or c == declared[key]}
        yield from _retargeted(draft, name, kept, moved)


def _quant_of(one: Renamed, tag: str | None) -> Quant:
    """The quantization with this tag in the definition."""
    every = {**{quant_tag(one.cell.meta, quant): quant for quant in BUILT_IN}, "": NONE}
    return every[tag or ""]


def originals(draft: Draft, name: str, renamed: list[Renamed]) -> Iterator[str]:
    """Originals that no longer follow the template are stated in full."""
    wrong = [one for one in renamed if one.model.is_original and one.model.quant_type == NONE]
    for several in (wrong, *([one] for one in wrong if len(wrong) > 1)):
        contents = contents_of(draft.metas[name])
        for one in several:
            contents[one.key] = contents[one.key]._replace(original=one.canonical)
        if several:
            yield from _retargeted(draft, name, contents)


def _retargeted(
    draft: Draft,
    name: str,
    contents: Contents,
    gone: Sequence[Renamed] = (),
    *,
    fields: Mapping[str, object] = {},
    spelled: Sequence[str] = (),
) -> Iterator[str]:
    """The family with a definition changed, and stated spellings and constants with it; first with
    the derived definitions following the change, then with what they inherited written out."""
    names = {one.repo_id.partition("/")[2] for one in gone}
    canonical = {one.repo_id: one.canonical for one in gone}
    derived = children(draft, name)
    for pinned in ([], derived) if derived else ([],):
        edit = SourceEdit(retarget(draft, name, contents, fields=fields, pinned=pinned))
        for definition in (name, *derived):
            call, before = edit.definition(definition), list(draft.metas[definition].spelled)
            kept = [one for one in before if one not in names]
            kept += spelled if definition == name else []
            if kept != before and (definition == name or field_value(call, "spelled")):
                edit.set_list(call, "spelled", kept)
            node = field_value(call, "constants")
            for key in node.keys if isinstance(node, ast.Dict) else ():
                if isinstance(key, ast.Constant) and key.value in canonical:
                    edit.replace(key, repr(canonical[str(key.value)]))
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
"""Possible causes of a rename, the most likely first."""

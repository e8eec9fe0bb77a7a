"""Uploads added to a definition, or to a new one modeled on it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from ..edit.contents import Content, Contents, add_quant, contents_of, defaults_of
from ..edit.draft import Draft, Drafts, revised
from ..edit.rows import add_definition, children, retarget
from ..edit.source import UneditableError
from ..names.quant import quant_tag
from ..names.template import fill, full_template
from ..schema import AXES, ModelMeta, Quant
from .reading import Reading
from .words import STAMP

_TAKEN_OVER = ("org", "base_name", "uploader", "modality")
"""The fields that a definition for another version or modifier copies."""
_KINDS = {**{axis.field: axis.word for axis in AXES}, "modifier": "modifier"}


@dataclass(frozen=True, slots=True)
class Addition:
    """What one edit of one definition adds."""

    stem: str
    """The family."""
    definition: str
    """The definition that is edited or added."""
    kind: str
    """What is added: "quantization", "model", "size", "tag", "version", "modifier", "date", or
    several, joined by "and"."""
    what: str
    """The same with its values: "size 9B"."""
    uploads: tuple[str, ...]
    """The uploads that it declares."""
    originals: tuple[str, ...]
    """The originals that the edit declares too."""
    marks: Mapping[str, str] = field(default_factory=dict[str, str])
    """"private" or "disabled" for each upload that is."""


def group_key(reading: Reading) -> tuple[object, ...]:
    """Uploads with the same key are declared by one edit."""
    scheme = reading.scheme
    if not reading.derives:
        return scheme.stem, scheme.definition
    meta = scheme.meta
    version = reading.coordinates[0] if "model_version" in reading.new else meta.model_version
    line = (scheme.template, meta.org, meta.base_name)
    base = "" if "model_version" in reading.new else scheme.definition
    return scheme.stem, base, line, version, reading.modifier, scheme.stamp


def declare(drafts: Drafts, group: Sequence[Reading]) -> tuple[Draft, list[Addition]]:
    """The family after the edit that declares these uploads, and what the edit adds.

    Raises UneditableError, with the reason, if no edit declares exactly these.
    """
    draft, name = _edited(drafts, group)
    return draft, list(_additions(group, name, drafts[draft.stem], draft))


def _edited(drafts: Drafts, group: Sequence[Reading]) -> tuple[Draft, str]:
    """The family after the edit, and the name of the definition."""
    group = sorted(group, key=lambda reading: reading.cost)
    draft, name = drafts[group[0].scheme.stem], group[0].name
    if name not in draft.metas:
        raise UneditableError(f"{name} no longer exists")
    gained = [reading.upload.repo_id for reading in group]
    if group[0].derives:
        name = _new_name(draft, group[0])
        return revised(drafts, draft.stem, _derived(draft, name, group), gained), name
    meta = draft.metas[name]
    contents = _with(contents_of(meta), group)
    fields: dict[str, object] = {"spelled": [*meta.spelled, *_spelled(group)]}
    fields["quant_tags"] = {**meta.quant_tags, **_quant_tags(meta, group)}

    def attempt(pinned: Sequence[str]) -> Draft:
        text = retarget(draft, name, contents, fields=fields, pinned=pinned)
        return revised(drafts, draft.stem, text, gained)

    pinned = children(draft, name)
    try:
        return attempt([]), name
    except UneditableError:
        if not pinned:
            raise
    best = attempt(pinned)
    for child in pinned:  # as few as possible
        with suppress(UneditableError):
            fewer = [other for other in pinned if other != child]
            best, pinned = attempt(fewer), fewer
    return best, name


def _with(contents: Contents, group: Sequence[Reading], shared: Content | None = None) -> Contents:
    """The contents with these uploads added; `shared` is what a new definition inherits."""
    result = dict(contents)
    for reading in group:
        key = (reading.coordinates, reading.scheme.used)
        if key not in result:
            result[key] = _new_content(reading, shared)
        add_quant(result, key, reading.quant)
    return result


def _new_content(reading: Reading, shared: Content | None) -> Content:
    """The content of a new model, taken from the most similar ones."""
    if len(reading.kinds) != 1:
        raise UneditableError(f"the models most like it in {reading.name} differ in modality")
    ((is_multimodal, modality),) = reading.kinds
    wanted = {original.casefold() for original in reading.named}
    templates = {o: t for o, t in reading.originals.items() if not wanted or o.casefold() in wanted}
    if not wanted and len(templates) > 1:
        raise UneditableError(f"its original may be {' or '.join(templates)}, and no tag says")
    name = reading.scheme.used
    if shared and reading.new == ("modifier",) and len(reading.likes) == 1:
        (like,) = reading.likes
        mirrors = like.mirrors if like.mirrors == shared.mirrors else ()
        upstream = like.upstream_quants if like.upstream_quants == shared.upstream_quants else ()
        new = like._replace(name=name, quants=(), spelled=())
        return new._replace(mirrors=mirrors, upstream_quants=upstream)
    untagged = {like.untagged for like in reading.likes}
    return Content(
        name=name,
        original=next(iter(templates.values()), None),
        is_multimodal=is_multimodal,
        modality=modality,
        # What a name without a tag means may change with the version.
        untagged=(
            untagged.pop() if len(untagged) == 1 and "model_version" not in reading.new else None
        ),
    )


def _spelled(group: Sequence[Reading]) -> list[str]:
    """The names that the template gives in another letter case."""
    names: list[str] = []
    for reading in group:
        usual = quant_tag(reading.scheme.meta, reading.quant)
        tag = usual if usual.casefold() == reading.tag.casefold() else reading.tag
        made = fill(full_template(reading.scheme.used), {**reading.fields, "quant": tag})
        names += [reading.upload.name] if made != reading.upload.name else []
    return names


def _quant_tags(meta: ModelMeta, group: Sequence[Reading]) -> dict[Quant, str]:
    """The quantization tags that these uploads spell differently."""
    tags: dict[Quant, str] = {}
    for reading in group:
        quant, usual = reading.quant, quant_tag(meta, reading.quant)
        if reading.tag.casefold() == usual.casefold():
            continue
        is_used = not reading.derives and any(quant in c.quants for c in contents_of(meta).values())
        if is_used or tags.setdefault(quant, reading.tag) != reading.tag:
            raise UneditableError(f"{reading.name} spells {quant.name} as {usual!r}")
    return tags


def _derived(draft: Draft, name: str, group: Sequence[Reading]) -> str:
    """The text of the family with a new definition for these uploads: a `.but` for another
    modifier or date of a release, written out in full for a new version."""
    first = group[0]
    scheme = first.scheme
    meta = draft.metas[scheme.definition]
    is_version = "model_version" in first.new
    base_meta = None if is_version else meta.base or meta
    base = next((n for n, m in draft.metas.items() if m is base_meta), "")
    fields = {field: getattr(meta, field) for field in _TAKEN_OVER}
    if draft.definition.names.get("ORG") == meta.org:
        del fields["org"]
    fields |= {"modifier": first.modifier, "spelled": _spelled(group)}
    fields |= {"constants": {}, "revisions": {}}
    fields["quant_tags"] = {**meta.quant_tags, **_quant_tags(meta, group)}
    contents = _with({}, group, defaults_of(base_meta) if base_meta and base else None)
    last = [scheme.definition, *children(draft, scheme.definition)][-1 if is_version else 0]
    return add_definition(draft, last, name, fields, contents, base)


def _new_name(draft: Draft, reading: Reading) -> str:
    """The name of a new definition: that of its model with another version, modifier or date;
    longer if that name is taken."""
    meta, name = reading.scheme.meta, reading.name
    version = reading.coordinates[0] if "model_version" in reading.new else meta.model_version
    pairs = (
        (meta.model_version, version),
        (meta.modifier, reading.modifier),
        ("".join(STAMP.findall(reading.scheme.template)), reading.scheme.stamp),
    )
    for old, new in pairs:
        if old == new or new is None:
            continue
        was, words = _words(old), _words(new)
        parts = re.split(rf"(?<![A-Z0-9]){re.escape(was)}(?![A-Z0-9])", name) if was else [name]
        name = words.join(parts[:2]) if len(parts) == 2 else f"{name}_{words}"
    literal = _words(re.sub(r"\{.*?\}", "", reading.scheme.template))
    stem = _words(reading.upload.name)
    taken = draft.definition.names
    wanted = (name, f"{name}_{literal}", stem, f"{stem}_{_words(reading.modifier)}")
    for candidate in wanted:
        if candidate.isidentifier() and candidate not in taken:
            return candidate
    raise UneditableError(f"{name} exists already")


def _words(text: str | None) -> str:
    return re.sub(r"[^A-Z0-9]+", "_", (text or "").upper()).strip("_")


def _additions(
    group: Sequence[Reading], name: str, before: Draft, after: Draft
) -> Iterator[Addition]:
    """What an edit adds, one addition for each new value."""
    apart: dict[tuple[str, str], list[Reading]] = {}
    for reading in group:
        apart.setdefault(_what(reading), []).append(reading)
    originals = after.models.keys() - before.models.keys()
    for (kind, what), several in apart.items():
        uploads = [reading.upload for reading in several]
        if kind == "quantization":
            quants = dict.fromkeys(reading.quant.name for reading in several)
            what = f"quantization{'s'[: len(quants) != 1]} {', '.join(quants)}"
        ids = tuple(upload.repo_id for upload in uploads)
        own = {after.models[repo_id].original for repo_id in ids} & originals
        originals -= own
        marks = {u.repo_id: "private" for u in uploads if u.is_private}
        marks |= {u.repo_id: "disabled" for u in uploads if u.is_disabled}
        found = tuple(sorted(original for original in own if original))
        yield Addition(after.stem, name, kind, what, ids, found, marks)


def _what(reading: Reading) -> tuple[str, str]:
    fields = [name for name in _KINDS if name in reading.new]
    if reading.derives and "model_version" in fields:
        fields = [name for name in fields if name in ("model_version", "modifier")]
    parts = [(_KINDS[name], reading.fields[name] or "without one") for name in fields]
    if reading.scheme.stamp:
        parts.append(("date", reading.scheme.stamp))
    if not parts and reading.is_known:
        return "quantization", ""
    if not parts:
        model = " ".join(filter(None, reading.coordinates)) or reading.upload.name
        parts = [("model", model)]
    kinds = " and ".join(kind for kind, _ in parts)
    return kinds, " and ".join(f"{kind} {value}" for kind, value in parts)

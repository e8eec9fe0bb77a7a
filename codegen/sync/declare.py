"""Uploads that want the same of one definition, put into it, or into a new one beside it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..edit.contents import Content, Contents, contents_of, defaults_of
from ..edit.draft import Draft, Drafts, revised
from ..edit.quants import in_order
from ..edit.rows import add_definition, children, retarget
from ..edit.source import UneditableError
from ..names.quant import quant_tag
from ..names.template import fill, full_template
from ..schema import ModelMeta, Quant
from .reading import Reading

_TAKEN_OVER = ("org", "base_name", "uploader", "modality")
"""The fields of a definition that another version or modifier of it has too."""


def group_key(reading: Reading) -> tuple[object, ...]:
    """What uploads share that one edit declares."""
    scheme = reading.scheme
    if not reading.derives:
        return scheme.stem, scheme.definition
    meta = scheme.meta
    version = reading.coordinates[0] if "model_version" in reading.new else meta.model_version
    line = (scheme.template, meta.org, meta.base_name)
    base = "" if "model_version" in reading.new else scheme.definition
    return scheme.stem, base, line, version, reading.modifier, scheme.stamp


def declare(
    drafts: Drafts, group: Sequence[Reading], named: Mapping[str, Sequence[str]]
) -> tuple[Draft, str]:
    """The family with these uploads declared, and the name of the definition that does it.
    `named` are the originals that the tags of each upload name.

    Raises UneditableError, saying why, if exactly these cannot be had.
    """
    first = min(group, key=lambda reading: reading.cost)
    draft, name = drafts[first.scheme.stem], first.scheme.definition
    if name not in draft.metas:
        raise UneditableError(f"there is no {name} any more")
    gained = [reading.upload.repo_id for reading in group]
    if first.derives:
        name = _new_name(draft, first)
        group = sorted(group, key=lambda reading: reading.cost)
        text = _derived(draft, name, group, named)
        return revised(drafts, draft.stem, text, gained), name
    meta = draft.metas[name]
    contents = _with(contents_of(meta), group, named)
    fields: dict[str, object] = {"spelled": [*meta.spelled, *_spelled(group)]}
    fields["quant_tags"] = {**meta.quant_tags, **_quant_tags(meta, group)}

    def attempt(pinned: Sequence[str]) -> Draft:
        text = retarget(draft, name, contents, fields=fields, pinned=pinned)
        return revised(drafts, draft.stem, text, gained)

    try:
        return attempt([]), name
    except UneditableError:
        derived = children(draft, name)
        if not derived:
            raise
        return _with_few_pins(attempt, derived), name


def _with_few_pins(attempt: Callable[[Sequence[str]], Draft], derived: Sequence[str]) -> Draft:
    """An attempt with as few derived definitions stating what they inherit as will do."""
    best = attempt(derived)
    pinned = list(derived)
    for child in derived:
        fewer = [other for other in pinned if other != child]
        try:
            best, pinned = attempt(fewer), fewer
        except UneditableError:
            continue
    return best


def _with(
    contents: Contents, group: Sequence[Reading], named: Mapping[str, Sequence[str]]
) -> Contents:
    result = dict(contents)
    for reading in group:
        key = (reading.coordinates, reading.scheme.template)
        content = result.get(key) or _new_content(reading, named[reading.upload.repo_id])
        result[key] = content._replace(quants=in_order([*content.quants, reading.quant]))
    return result


def _new_content(reading: Reading, named: Sequence[str]) -> Content:
    """What to say of a model that is new: what is said of those most like it."""
    if len(reading.kinds) != 1:
        name = reading.scheme.definition
        raise UneditableError(f"the models most like it in {name} differ in their modality")
    is_new_version = "model_version" in reading.new
    ((is_multimodal, modality),) = reading.kinds
    wanted = {original.casefold() for original in named}
    templates = {o: t for o, t in reading.originals.items() if not wanted or o.casefold() in wanted}
    if not wanted and len(templates) > 1:
        raise UneditableError(f"its original may be {' or '.join(templates)}, and no tag says")
    return Content(
        name=reading.scheme.template,
        original=next(iter(templates.values()), None),
        is_multimodal=is_multimodal,
        modality=modality,
        # What a name without a tag means may change with the version.
        untagged=None if is_new_version else _only(like.untagged for like in reading.likes),
    )


def _only(values: Iterable[str | None]) -> str | None:
    """The one value that all agree on; None if they do not."""
    several = set(values)
    return several.pop() if len(several) == 1 else None


def _spelled(group: Sequence[Reading]) -> list[str]:
    """The names that differ in letter case from what the template gives."""
    names: list[str] = []
    for reading in group:
        usual = quant_tag(reading.scheme.meta, reading.quant)
        tag = usual if usual.casefold() == reading.tag.casefold() else reading.tag
        made = fill(full_template(reading.scheme.used), {**reading.fields, "quant": tag})
        names += [reading.upload.name] if made != reading.upload.name else []
    return names


def _quant_tags(meta: ModelMeta, group: Sequence[Reading]) -> dict[Quant, str]:
    """The tags of quantizations that these uploads spell otherwise than hubenum does."""
    tags: dict[Quant, str] = {}
    for reading in group:
        quant, usual = reading.quant, quant_tag(meta, reading.quant)
        if reading.tag.casefold() == usual.casefold():
            continue
        is_used = not reading.derives and any(quant in c.quants for c in contents_of(meta).values())
        if is_used or tags.setdefault(quant, reading.tag) != reading.tag:
            raise UneditableError(f"{reading.scheme.definition} spells {quant.name} as {usual!r}")
    return tags


def _derived(
    draft: Draft, name: str, group: Sequence[Reading], named: Mapping[str, Sequence[str]]
) -> str:
    """The family with a new definition for these uploads, modelled on the one that reads them:
    a `.but` for another modifier or date of a release, written out in full for a new version."""
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
    shared = defaults_of(base_meta) if base_meta and base else None
    contents: Contents = {}
    for reading in group:
        key = (reading.coordinates, scheme.used)
        content = contents.get(key) or _copied(reading, shared, named)
        quants = in_order([*content.quants, reading.quant])
        contents[key] = content._replace(name=scheme.used, quants=quants)
    last = [scheme.definition, *children(draft, scheme.definition)][-1 if is_version else 0]
    return add_definition(draft, last, name, fields, contents, base)


def _copied(
    reading: Reading, shared: Content | None, named: Mapping[str, Sequence[str]]
) -> Content:
    """What to say of a model in a new definition that shares some of it with another."""
    content = _new_content(reading, named[reading.upload.repo_id])
    if shared is None or set(reading.new) != {"modifier"} or len(reading.likes) != 1:
        return content
    (like,) = reading.likes
    mirrors = like.mirrors if like.mirrors == shared.mirrors else ()
    upstream = like.upstream_quants if like.upstream_quants == shared.upstream_quants else ()
    return like._replace(quants=(), spelled=(), mirrors=mirrors, upstream_quants=upstream)


def _new_name(draft: Draft, reading: Reading) -> str:
    """What to call a new definition: as the one it is modelled on, with its own version, modifier
    or date; with more of its name if there is such a definition."""
    meta, name = reading.scheme.meta, reading.scheme.definition
    version = reading.coordinates[0] if "model_version" in reading.new else meta.model_version
    pairs = (
        (meta.model_version, version),
        (meta.modifier, reading.modifier),
        (reading.scheme.old_stamp, reading.scheme.stamp),
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
    raise UneditableError(f"there is a {name} already")


def _words(text: str | None) -> str:
    return re.sub(r"[^A-Z0-9]+", "_", (text or "").upper()).strip("_")

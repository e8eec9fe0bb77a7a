"""Uploads that want the same of one definition, put into it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..edit.draft import Draft, revised
from ..edit.fields import Target, target_of
from ..edit.meta import children, derive, retarget
from ..edit.quants import quants
from ..edit.text import UneditableError
from ..names.template import as_list
from ..schema import ModelMeta
from .reading import Reading


def group_key(reading: Reading) -> tuple[object, ...]:
    """What uploads share that one edit declares: the definition and what is new for it."""
    version, size, tag = reading.cell
    values = {"model_version": version, "size": size, "instruct_tag": tag}
    values["modifier"] = reading.modifier
    if reading.derives:
        values = {field: values[field] for field in ("model_version", "modifier")}
        return reading.stem, reading.definition, "derives", *values.values()
    new = tuple((field, values[field]) for field in reading.new)
    return reading.stem, reading.definition, new, reading.is_known


def declare(drafts: Mapping[str, Draft], group: Sequence[Reading]) -> tuple[Draft, str]:
    """The family with these uploads declared, and the name of the definition that does it.

    Raises UneditableError, saying why, where exactly these cannot be had.
    """
    first = group[0]
    draft = drafts[first.stem]
    gained = [reading.upload.repo_id for reading in group]
    if first.definition not in draft.metas:
        raise UneditableError(f"there is no {first.definition} any more")
    meta = draft.metas[first.definition]
    if first.derives:
        name = _new_name(draft, first, meta)
        target = _target(Target({}), group)
        is_new = first.modifier is not None and first.modifier != meta.modifier
        stated = {"modifier": str(first.modifier)} if is_new else {}
        text = derive(draft, first.definition, name, target, **stated)
        return revised(drafts, draft.stem, text, gained=gained), name
    target = _target(target_of(meta), group)

    def attempt(pinned: Sequence[str]) -> Draft:
        text = retarget(draft, first.definition, target, pinned=pinned)
        return revised(drafts, draft.stem, text, gained=gained)

    return _with_few_pins(attempt, children(draft, first.definition)), first.definition


def _with_few_pins(attempt: Callable[[Sequence[str]], Draft], derived: Sequence[str]) -> Draft:
    """What comes of an attempt with as few derived definitions kept as they are as will do."""
    try:
        return attempt([])
    except UneditableError as error:
        if not derived:
            raise
        try:
            best = attempt(derived)
        except UneditableError:
            raise error from None
    pinned = list(derived)
    for child in derived:
        fewer = [other for other in pinned if other != child]
        try:
            best, pinned = attempt(fewer), fewer
        except UneditableError:
            continue
    return best


def _target(target: Target, group: Sequence[Reading]) -> Target:
    said = dict(target.quants)
    templates, originals = dict(target.templates), dict(target.originals)
    for reading in group:
        has = said.get(reading.cell) or ()
        said[reading.cell] = quants([*has, reading.quant])
        if not reading.is_known:
            templates[reading.cell] = reading.template
        if reading.original_template:
            originals[reading.cell] = reading.original_template
        elif reading.contradicts:
            originals[reading.cell] = reading.upload.bases[0]
    spelled = [reading.spelled for reading in group if reading.spelled]
    return replace(
        target,
        quants=said,
        templates=templates,
        originals=originals,
        spelled=[*target.spelled, *spelled],
    )


def _new_name(draft: Draft, reading: Reading, meta: ModelMeta) -> str:
    """What to call a definition that is derived from another: the same, with its own version or
    modifier instead."""
    name = reading.definition
    version = next(iter(as_list(meta.model_version)), None)
    for old, new in ((version, reading.cell[0]), (meta.modifier, reading.modifier)):
        if old == new or new is None:
            continue
        was, words = _words(old), _words(new)
        parts = re.split(rf"(?<![A-Z0-9]){re.escape(was)}(?![A-Z0-9])", name) if was else [name]
        name = words.join(parts[:2]) if len(parts) == 2 else f"{name}_{words}"
    if name in draft.definition.names:
        raise UneditableError(f"there is a {name} already")
    return name


def _words(text: str | None) -> str:
    return re.sub(r"[^A-Z0-9]+", "_", (text or "").upper()).strip("_")

"""A repo name to the definitions that could declare it, the smallest edit first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..edit.axes import AXES, Coordinates
from ..edit.draft import Draft
from ..edit.fields import target_of
from ..load.validate import values_of
from ..models.expand import Cell, natural
from ..names.size import NAMED
from ..names.template import as_list, fill, full_template, known_fields, parse, quant_tag
from ..schema import ModelMeta, QuantType
from .upload import Upload

_FREE = {"size": 1, "instruct_tag": 2, "model_version": 0}
"""Fields that a new upload may bring something new for, with their place among coordinates."""

_MOST_WORDS = 3
"""How many words a tag may have that no definition has stated yet."""

_SIZE = re.compile(r"(?:\d+x)?e?\d+(?:\.\d+)?[bmt]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An upload read through the template of one definition."""

    upload: Upload
    stem: str
    definition: str
    """The definition's name in its file."""
    template: str
    """The template it was read with."""
    cell: Coordinates
    quant: QuantType
    modifier: str | None
    new: tuple[str, ...]
    """The fields that have a value which the definition lacks."""
    spelled: str | None
    """The repo name, where the template gives it in other letter case."""
    original: str | None
    """The upstream repo that the definition would give it."""
    original_template: str | None
    """The template of that, where the definition has several and does not say which."""
    is_known: bool
    """Whether the definition has the model, so that no upstream repo comes with it."""
    derives: bool
    """Whether it takes another definition beside this one."""
    cost: tuple[object, ...]
    """Sort key: the smallest edit first."""

    @property
    def contradicts(self) -> bool:
        """Whether the Hub's tags name another upstream repo than the definition would."""
        bases = self.upload.bases
        return not self.is_known and bool(bases) and self.original not in bases


def readings(upload: Upload, drafts: Mapping[str, Draft]) -> list[Reading]:
    """Every way in which a definition could declare an upload, the smallest edit first."""
    words = _words(drafts)
    found = [
        reading
        for draft in drafts.values()
        for name, meta in draft.metas.items()
        if draft.is_own and (meta.uploader or draft.uploader) == upload.owner
        for reading in _read(upload, draft, name, meta, words)
    ]
    best: dict[tuple[object, ...], Reading] = {}
    for reading in sorted(found, key=lambda reading: reading.cost):
        key = (reading.stem, reading.definition, reading.cell, reading.quant, reading.modifier)
        best.setdefault(key, reading)
    return list(best.values())


@dataclass(frozen=True, slots=True)
class _Words:
    """Values that some definition states: more likely than a word that none does."""

    tags: frozenset[str]
    modifiers: tuple[str, ...]
    versions: Mapping[str, Sequence[str]]
    """By family."""


def _words(drafts: Mapping[str, Draft]) -> _Words:
    metas = {stem: list(draft.metas.values()) for stem, draft in drafts.items()}
    everything = [meta for several in metas.values() for meta in several]
    return _Words(
        frozenset(tag for meta in everything for tag in meta.instruct_tags if tag),
        tuple(dict.fromkeys(meta.modifier for meta in everything if meta.modifier)),
        {
            stem: list(dict.fromkeys(v for m in several for v in as_list(m.model_version) if v))
            for stem, several in metas.items()
        },
    )


def _read(
    upload: Upload, draft: Draft, name: str, meta: ModelMeta, words: _Words
) -> Iterator[Reading]:
    distinct = dict.fromkeys(str(template) for template in values_of(meta, "name"))
    templates = [template for template in distinct if _may_fit(template, meta, upload.name)]
    if not templates:
        return
    known, target = known_fields(meta), target_of(meta)
    for template in templates:
        for found, new, spelled in _parsed(upload, full_template(template), known, words):
            quant = _quant(meta, found.get("quant"))
            cell = (
                found.get("model_version", as_list(meta.model_version)[0]),
                found.get("size", meta.model_sizes[0]),
                found.get("instruct_tag", meta.instruct_tags[0]),
            )
            if not set(new) & {"size", "model_version", "instruct_tag"}:
                at = Cell("", meta, *cell).at(meta.name)
                if at != template:
                    continue
            is_known = (
                cell in target.quants and found.get("modifier", meta.modifier) == meta.modifier
            )
            if is_known and quant in (target.quants[cell] or ()):
                continue
            original, original_template = _original(meta, template, cell, upload.bases)
            derives = "modifier" in new or ("model_version" in new and not _has_versions(meta))
            bases = upload.bases
            mismatch = not is_known and bool(bases) and original not in bases
            match = not is_known and original in bases
            if "modifier" in new and found["modifier"] not in words.modifiers and not match:
                continue
            tag = cell[2] if "instruct_tag" in new else None
            version = found.get("model_version") or ""
            if derives and version not in words.versions[draft.stem]:
                # What the new definition is derived from need not have its sizes and tags.
                steps = len({"model_version", "modifier"} & set(new))
            else:
                steps = len(new) + ("model_version" in new and derives)
            cost = (
                mismatch,
                steps,
                derives,
                spelled is not None,
                tag is not None and tag not in words.tags,
                not is_known,
                not match,
                _distance(cell[0], meta, words.versions[draft.stem]),
                -len(re.sub(r"\{.*?\}", "", template)),
                _unlikeness(meta, cell),
                [*words.versions].index(draft.stem),
                list(draft.metas).index(name),
            )
            yield Reading(
                upload=upload,
                stem=draft.stem,
                definition=name,
                template=template,
                cell=cell,
                quant=quant,
                modifier=found.get("modifier", meta.modifier),
                new=new,
                spelled=spelled,
                original=original,
                original_template=original_template,
                is_known=is_known,
                derives=derives,
                cost=cost,
            )


def _may_fit(template: str, meta: ModelMeta, name: str) -> bool:
    """Whether the name has every word that the template has anyway: most can be left unread."""
    placed = template.replace("{base_name", f"{meta.base_name}{{")
    words = re.split(r"[-_.]", re.sub(r"\{[^}]*\}", "-", placed.replace("{", "-{")))
    return all(word.casefold() in name.casefold() for word in words)


_Parsed = tuple[dict[str, str | None], tuple[str, ...], str | None]
"""Fields, those of them that are new, and the repo name where it is spelled in another case."""


def _parsed(
    upload: Upload, template: str, known: dict[str, Sequence[str | None]], words: _Words
) -> Iterator[_Parsed]:
    """Every way to read a name through a template, with as little new as may be."""
    name = upload.name
    found = parse(template, name, known)
    if found is not None:
        yield found, (), None
        return
    found = parse(template, name, known, ignore_case=True)
    if found is not None and fill(template, {**found, "org": None}) != name:
        yield found, (), name
        return
    sizes = [*known["size"], *(size for size in NAMED if size not in words.tags)]
    with_modifiers = {**known, "modifier": [*known["modifier"], *words.modifiers]}
    is_read = False
    for count in range(len(_FREE) + 1):
        if is_read:
            return
        for free in combinations(_FREE, count):
            for known_too, more in ((known, ()), (with_modifiers, ("modifier",))):
                for freed in ((*free,), (*free, *more)) if more else ((*free,),):
                    if "size" in freed:
                        known_too = {**known_too, "size": sizes}
                    found = parse(template, name, known_too, free=freed)
                    if found is None:
                        continue
                    new = tuple(
                        f for f in (*_FREE, "modifier") if f in found and found[f] not in known[f]
                    )
                    if set(new) == {*free, *more} and _is_likely(found, new, known, words):
                        is_read = is_read or not more
                        yield found, new, None


def _is_likely(
    found: Mapping[str, str | None],
    new: Sequence[str],
    known: Mapping[str, Sequence[str | None]],
    words: _Words,
) -> bool:
    """Whether the new values look like what they are taken for."""
    for field in new:
        value = found[field]
        if value is None:
            if field != "instruct_tag":
                return False
            continue
        if value.casefold() in {str(v).casefold() for v in known[field]}:
            return False
        if field in ("instruct_tag", "modifier"):
            parts = value.split("-")
            tags = {str(tag).casefold() for tag in known["quant"] if tag}
            if value.casefold() in tags or parts[-1].casefold() in tags:
                return False
            if value in words.tags or value in words.modifiers:
                continue
            if len(parts) > _MOST_WORDS or any(_SIZE.fullmatch(part) for part in parts):
                return False
    return True


def _quant(meta: ModelMeta, tag: str | None) -> QuantType:
    return next(quant for quant in QuantType if quant_tag(meta, quant) == (tag or ""))


def _has_versions(meta: ModelMeta) -> bool:
    return not isinstance(meta.model_version, str | None)


def _original(
    meta: ModelMeta, template: str, cell: Coordinates, bases: Sequence[str]
) -> tuple[str | None, str | None]:
    """The upstream repo of a model, and the template that gives it if the definition has several
    and this model is new: the one that fits what the Hub says."""
    stated = list(Cell("", meta, *cell).values(meta.original))
    templates: list[object] = [*stated] or values_of(meta, "original")
    fields: dict[str, str | None] = {
        "model_version": cell[0], "size": cell[1], "instruct_tag": cell[2]
    }  # fmt: skip
    fields |= {"org": meta.org, "base_name": meta.base_name, "modifier": None, "quant": None}
    fields["name"] = fill(full_template(template), fields)
    originals = {str(t): fill(str(t), fields) for t in templates if t is not None}
    for one, original in originals.items():
        if original in bases:
            return original, None if stated else one
    return next(iter(originals.values()), None), None


def _distance(version: str | None, meta: ModelMeta, versions: Sequence[str]) -> int:
    """How many versions of the family lie between a version and the definition's nearest one."""
    order: list[str] = sorted({*versions, version or ""}, key=natural)
    own = [order.index(v) for v in as_list(meta.model_version) if v]
    if version is None or not own:
        return 0
    return min(abs(order.index(version) - place) for place in own)


def _unlikeness(meta: ModelMeta, cell: Coordinates) -> int:
    """How many values of an upload a definition has not."""
    return sum(
        value not in as_list(getattr(meta, axis)) for axis, value in zip(AXES, cell, strict=True)
    )

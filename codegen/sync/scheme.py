"""Templates of definitions, and the models most similar to a new one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..edit.contents import Content, Contents, Rect, contents_of, rects_of
from ..edit.draft import Draft
from ..models.expand import version_key
from ..names.cell import Coordinates, known_fields
from ..names.size import read_size
from ..schema import AXES, NONE, ModelMeta, Quant
from .words import STAMP


@dataclass(frozen=True)
class Scheme:
    """One template of one definition."""

    stem: str
    definition: str
    meta: ModelMeta
    template: str
    owner: str
    quants: Sequence[Quant]
    """All known quantizations."""
    modality: str | None
    """The modality of the file, for definitions that state none."""
    stamp: str | None = None
    """The date of another release, instead of the one in the template."""

    @property
    def used(self) -> str:
        """The template to read names with: with the other date, if there is one."""
        return STAMP.sub(self.stamp, self.template) if self.stamp else self.template

    @cached_property
    def known(self) -> dict[str, Sequence[str | None]]:
        """The values that each field takes, and all quantization tags."""
        tags = [tag for quant in self.quants for tag in quant.tags]
        quants = [None, *self.meta.quant_tags.values(), *tags]
        return {**known_fields(self.meta), "quant": quants}

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that all names of this template contain."""
        text = self.used.replace("{base_name", f"{self.meta.base_name}{{")
        text = re.sub(r"\{[^}]*\}", "-", text.replace("{", "-{"))
        return tuple(word.casefold() for word in re.split(r"[-_.]", text) if word)

    @cached_property
    def contents(self) -> Contents:
        """The contents of the definition."""
        return contents_of(self.meta)

    @cached_property
    def rects(self) -> list[Rect]:
        """The rows with this template."""
        return [r for r in rects_of(self.meta) if r.content.name == self.template]

    @cached_property
    def versions(self) -> list[str]:
        """The versions of the definition."""
        return [version for version in self.known["model_version"] if version]

    @property
    def lists_versions(self) -> bool:
        """Whether the rows state versions, so that a new one can be added to them."""
        return self.meta.model_version is None and bool(self.versions)

    def quant_of(self, tag: str | None) -> Quant:
        """The quantization of a tag in any letter case, the definition's own spelling first."""
        wanted = (tag or "").casefold()
        own = (q for q, text in self.meta.quant_tags.items() if text.casefold() == wanted)
        known = (q for q in self.quants if wanted in map(str.casefold, q.tags))
        return next(own, None) or next(known, NONE)


def schemes_of(draft: Draft, quants: Sequence[Quant]) -> Iterator[Scheme]:
    if not draft.is_own:
        return
    for name, meta in draft.metas.items():
        owner = meta.uploader or draft.uploader
        for template in dict.fromkeys(rect.content.name for rect in rects_of(meta)):
            yield Scheme(draft.stem, name, meta, template, owner, quants, draft.definition.modality)


def as_in(name: str, word: str) -> str:
    """The word in the letter case of the name."""
    place = name.casefold().rfind(word.casefold())
    return name[place : place + len(word)]


def coordinates_of(scheme: Scheme, name: str, fields: Mapping[str, str | None]) -> Coordinates:
    """The coordinates of a name: those of a declared model in any letter case, else values spelled
    as in the same version or in the name."""
    models = [c for c, template in scheme.contents if template == scheme.template]
    read = [fields.get(axis.field, ...) for axis in AXES]

    def fits(model: Coordinates, *places: int) -> bool:
        pairs = ((read[i], model[i]) for i in places)
        return all(r is ... or (r or "").casefold() == (v or "").casefold() for r, v in pairs)

    if len(fitting := [model for model in models if fits(model, 0, 1, 2)]) == 1:
        return fitting[0]
    values: list[str | None] = []
    for place, value in enumerate(read):
        near = [model[place] for model in models if fits(model, 0) and fits(model, place)]
        if value is ...:
            values.append(models[0][place])
        else:
            values.append(near[0] if near else value and as_in(name, str(value)))
    return values[0], values[1], values[2]


def likes_of(scheme: Scheme, coordinates: Coordinates) -> list[Content]:
    """The contents of the models most similar to a new one: of its version or the nearest one, of
    its size or the sizes next to it."""
    version, size, _ = coordinates
    if version not in scheme.known["model_version"] and scheme.versions:
        order = sorted({*scheme.versions, version or ""}, key=version_key)
        place = order.index(version or "")
        version = order[place - 1] if place else order[1]
    rects = [r for r in scheme.rects if version in r.axes[0]] or scheme.rects
    if near := [rect.content for rect in rects if size in rect.axes[1]]:
        return near
    number = read_size(size).order
    sizes = [(read_size(s).order, r.content) for r in rects for s in r.axes[1]]
    below = max((o for o, _ in sizes if o < number), default=None)
    above = min((o for o, _ in sizes if o > number), default=None)
    if below is None or above is None:
        return [rect.content for rect in scheme.rects]
    return [content for order, content in sizes if order in (below, above)]

"""Renamed ids read through the template of the definition that gives them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from ..edit.axes import Coordinates
from ..edit.draft import Draft
from ..models.expand import Cell, expand
from ..models.model import Model
from ..names.template import full_template, known_fields, parse, quant_tag
from ..schema import ModelMeta, QuantType

_FREE = ("size", "instruct_tag", "model_version", "base_name", "modifier", "org")
_AT_ONCE = 3
"""How many fields may be new at once: with more, any name would fit."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """One id that a definition gives, and what the Hub calls it."""

    model: Model
    canonical: str
    fields: Mapping[str, tuple[str | None, str | None]] | None
    """Which fields of the template differ: what they are and what they should be; None where the
    new name does not fit the template."""

    @property
    def repo_id(self) -> str:
        """The id that is declared."""
        return self.model.repo_id

    @property
    def name(self) -> str:
        """The name that is declared."""
        return self.repo_id.partition("/")[2]

    @property
    def new_name(self) -> str:
        """The name that the Hub has."""
        return self.canonical.partition("/")[2]

    @property
    def is_upload(self) -> bool:
        """Whether it is a repo of the uploader."""
        return not (self.model.is_original or self.model.is_mirror)

    @property
    def is_case(self) -> bool:
        """Whether nothing but letter case differs."""
        return self.repo_id.casefold() == self.canonical.casefold()

    @property
    def cell(self) -> Coordinates:
        """Which model of the definition it is."""
        return self.model.version, self.model.size, self.model.instruct_tag


def read_renamed(draft: Draft, canonical: Mapping[str, str]) -> dict[str, list[Renamed]]:
    """The renamed ids of each definition that gives any, by the name of the definition."""
    found: dict[str, list[Renamed]] = {}
    for name, meta in draft.metas.items():
        for model in models_of(draft, meta):
            if model.repo_id in canonical:
                new = canonical[model.repo_id]
                found.setdefault(name, []).append(
                    Renamed(model, new, _differences(meta, model, new))
                )
    return found


def models_of(draft: Draft, meta: ModelMeta) -> tuple[Model, ...]:
    """What one definition of a family gives, with originals that others give as well."""
    families, _ = expand([replace(draft.definition, metas=(meta,), retired=())])
    return families[0].models


def _differences(
    meta: ModelMeta, model: Model, canonical: str
) -> dict[str, tuple[str | None, str | None]] | None:
    cell = Cell("", meta, model.version, model.size, model.instruct_tag)
    template = full_template(str(cell.at(meta.name)))
    owner, _, name = canonical.partition("/")
    known = {field: list(values) for field, values in known_fields(meta).items()}
    if model.is_mirror:
        return None
    if model.is_original:
        stated = cell.at(meta.original)
        template = str(stated).replace("{name}", template)
        tag = f"-{model.quant_type.value}" if model.quant_type else ""
        if not canonical.endswith(tag):
            return None
        text = canonical.removesuffix(tag)
        known |= {"quant": [None], "modifier": [None]}
    elif owner != model.org:
        return None
    else:
        text = name
    # A value without which nothing fits is one that is known; others are free, as few as will do.
    now: dict[str, str | None] = {
        "org": meta.org,
        "base_name": meta.base_name,
        "model_version": model.version,
        "size": model.size,
        "instruct_tag": model.instruct_tag,
        "modifier": None if model.is_original else meta.modifier,
        "quant": None if model.is_original else quant_tag(meta, model.quant_type) or None,
    }
    for free in _few():
        for narrow in (True, False):
            values = {
                f: [now[f]] if narrow and f != "quant" else known[f] for f in now if f in known
            }
            found = parse(template, text, values, free=free)
            if found is not None:
                return {f: (now[f], value) for f, value in found.items() if value != now[f]}
    return None


def _few() -> Iterator[tuple[str, ...]]:
    for count in range(_AT_ONCE + 1):
        yield from combinations(_FREE, count)


def quant_of(meta: ModelMeta, tag: str | None) -> QuantType:
    """The quantisation that a definition spells so."""
    return next(quant for quant in QuantType if quant_tag(meta, quant) == (tag or ""))

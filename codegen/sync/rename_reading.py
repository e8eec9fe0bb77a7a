"""Renamed ids, read through the template of their definition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from ..edit.contents import Key
from ..edit.draft import Draft
from ..models.model import Model
from ..models.repos import repos_of
from ..names.cell import Cell, cells_of, known_fields
from ..names.quant import quant_tag
from ..names.template import parse
from ..schema import BUILT_IN, NONE

_FREE = ("size", "instruct_tag", "model_version", "base_name", "modifier", "org")


_AT_ONCE = 3
"""The number of fields that may change at once: with more, any name would fit."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A declared id, and its name on the Hub."""

    model: Model
    cell: Cell
    canonical: str
    is_declared: bool
    """Whether the canonical id is declared too."""
    fields: Mapping[str, tuple[str | None, str | None]] | None
    """The fields that differ, with the old and the new value; None if the new name does not fit the
    template."""

    @property
    def repo_id(self) -> str:
        """The declared id."""
        return self.model.repo_id

    @property
    def key(self) -> Key:
        """The model within its definition."""
        return self.cell.coordinates, self.cell.row.name

    @property
    def new_name(self) -> str:
        """The repo name on the Hub."""
        return self.canonical.partition("/")[2]

    @property
    def is_upload(self) -> bool:
        """Whether it is an upload, and no original or mirror."""
        return not (self.model.is_original or self.model.is_mirror)

    @property
    def is_case(self) -> bool:
        """Whether only letter case differs."""
        return self.repo_id.casefold() == self.canonical.casefold()


def read_renamed(draft: Draft, canonical: Mapping[str, str]) -> dict[str, list[Renamed]]:
    """The renamed ids by the name of their definition."""
    by_definition: dict[str, list[Renamed]] = {}
    for name, meta in draft.metas.items():
        for cell in cells_of(meta):
            family = draft.definition
            for model in chain(*repos_of(family, cell)):
                if new := canonical.get(model.repo_id):
                    fields = _differences(model, cell, new)
                    one = Renamed(model, cell, new, new in draft.models, fields)
                    by_definition.setdefault(name, []).append(one)
    return by_definition


def _differences(
    model: Model, cell: Cell, canonical: str
) -> dict[str, tuple[str | None, str | None]] | None:
    meta, template = cell.meta, cell.template
    owner, _, text = canonical.partition("/")
    known: dict[str, Sequence[str | None]] = dict(known_fields(meta))
    now = {**cell.fields, "modifier": meta.modifier, "quant": quant_tag(meta, model.quant_type)}
    known["quant"] = [None, *known["quant"], *(quant.tag for quant in BUILT_IN if quant.tag)]
    if model.is_mirror or (not model.is_original and owner != model.org):
        return None
    if model.is_original:
        template = str(cell.row.original).replace("{name}", template)
        tag = f"-{now['quant']}" if model.quant_type != NONE else ""
        if not canonical.endswith(tag):
            return None
        text = canonical.removesuffix(tag)
        known |= {"quant": [None], "modifier": [None]}
        now |= {"quant": None, "modifier": None}
    for count in range(_AT_ONCE + 1):
        for free in combinations(_FREE, count):
            # What the model has now comes first, then what others of the definition have.
            for values in ({f: [v] for f, v in now.items()} | {"quant": known["quant"]}, known):
                fields = parse(template, text, values, free=free)
                if fields is not None:
                    pairs = {f: (now[f] or None, value) for f, value in fields.items()}
                    return {f: pair for f, pair in pairs.items() if pair[0] != pair[1]}
    return None

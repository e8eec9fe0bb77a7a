"""The models of a definition: each version, size and tag, with the fields of its row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from ..schema import AXES, INHERITED, ModelMeta, Quant, Row
from .quant import quant_tag, quants_of, with_own
from .template import fill, full_template

Coordinates = tuple[str | None, str | None, str | None]
"""Version, size and tag of a model."""

_OVERRIDES = (
    "name",
    "original",
    "mirrors",
    "former",
    "upstream_quants",
    "is_multimodal",
    "modality",
    "parameters",
    "active_parameters",
    "untagged",
)
"""Fields of a row that have the definition's value if the row does not state them."""


@dataclass(frozen=True)
class Cell:
    """One model of a definition: one version, size and tag, in all its repos."""

    meta: ModelMeta
    row: Row
    """The row it is in, with every field stated."""
    version: str | None
    size: str | None
    tag: str | None

    @property
    def coordinates(self) -> Coordinates:
        """Version, size and tag."""
        return self.version, self.size, self.tag

    @cached_property
    def fields(self) -> Mapping[str, str | None]:
        """The fields of a template, without modifier and quantization."""
        return template_fields_of(self.meta, self.coordinates)

    @cached_property
    def template(self) -> str:
        """The template of the repo name, with modifier and quant tag placed."""
        return full_template(self.row.name)

    @cached_property
    def name(self) -> str:
        """The repo name without modifier and quant tag."""
        return fill(self.template, self.fields)

    @cached_property
    def original(self) -> str | None:
        """The repo id of the original, None if there is none."""
        template = self.row.original
        return fill(template, {**self.fields, "name": self.name}) if template else None

    def upload(self, quant: Quant) -> str:
        """The repo name of the upload in a quantization, as the template spells it."""
        tag = quant_tag(self.meta, quant)
        return fill(self.template, {**self.fields, "modifier": self.meta.modifier, "quant": tag})


def template_fields_of(meta: ModelMeta, coordinates: Coordinates) -> dict[str, str | None]:
    """The fields of a template for one model of a definition."""
    version, size, tag = coordinates
    return {
        "org": meta.org,
        "base_name": meta.base_name,
        "model_version": version,
        "size": size,
        "instruct_tag": tag,
        "modifier": None,
        "quant": None,
    }


def rows_of(meta: ModelMeta) -> tuple[Row, ...]:
    """The rows of a definition, each with every field stated; one row for a regular release."""
    regular = Row(quants=meta.quant_types, originals_only=meta.originals_only)
    return tuple(_stated(meta, row) for row in meta.rows or (regular,))


def cells_of(meta: ModelMeta) -> Iterator[Cell]:
    """The models of a definition, row by row."""
    for row in rows_of(meta):
        for version in row.versions:
            for size in row.sizes:
                for tag in row.tags:
                    yield Cell(meta, row, version, size, tag)


def axis_values(meta: ModelMeta, axis_field: str) -> list[str | None]:
    """Every value that an axis, given by its template field, takes in a definition, each once."""
    axis = next(axis for axis in AXES if axis.field == axis_field)
    values = (value for row in rows_of(meta) for value in getattr(row, axis.in_row))
    return list(dict.fromkeys(values))


def _stated(meta: ModelMeta, row: Row) -> Row:
    """A row with the definition's values for what it does not state."""
    values: dict[str, object] = {}
    for axis in AXES:
        if getattr(row, axis.in_row) is INHERITED:
            stated = getattr(meta, axis.in_meta)
            values[axis.in_row] = [stated] if axis.absent is None else stated
    for name in _OVERRIDES:
        if getattr(row, name) is INHERITED:
            values[name] = getattr(meta, name)
    stated_row = replace(row, **values) if values else row  # type: ignore[arg-type]
    object.__setattr__(stated_row, "where", row.where)
    return stated_row


@lru_cache(maxsize=1024)
def known_fields(meta: ModelMeta) -> Mapping[str, Sequence[str | None]]:
    """Every value that a field of the definition's templates takes, by field; for the quant tag
    those of all quantizations that hubenum brings or the definition has, as it spells them."""
    return {
        "org": [meta.org],
        "base_name": [meta.base_name],
        **{axis.field: axis_values(meta, axis.field) for axis in AXES},
        "modifier": [meta.modifier],
        "quant": [quant_tag(meta, quant) for quant in with_own(quants_of(meta))],
    }

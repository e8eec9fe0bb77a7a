"""One way to declare an upload: what its name says, read through one definition."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from ..edit.contents import Content
from ..models.repos import is_multimodal
from ..names.cell import Coordinates, template_fields_of
from ..names.quant import quant_tag
from ..names.template import fill, full_template
from ..schema import AXES, NONE, Quant
from .scheme import Scheme, as_in
from .upload import Upload


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An upload read through the template of one definition."""

    upload: Upload
    scheme: Scheme
    coordinates: Coordinates
    quant: Quant
    tag: str
    """The tag of the quantization as the name has it."""
    modifier: str | None
    new: tuple[str, ...]
    """The fields that have a value which the definition lacks."""
    likes: tuple[Content, ...]
    """What the definition says of the model; of the models most like it, if it lacks this one."""
    is_known: bool
    """Whether the definition has the model, with this modifier."""
    is_spelled: bool
    """Whether the template gives the name in another letter case."""
    cost: tuple[float, ...] = field(default=(), repr=False)
    """Sort key: the smallest edit first."""
    named: tuple[str, ...] = ()
    """The originals that the tags of the upload name, as they are declared."""
    is_multimodal: bool | None = None
    """What the tags of the upload or its declared original say; None if unknown."""

    @property
    def name(self) -> str:
        """The definition that it is read through."""
        return self.scheme.definition

    @property
    def derives(self) -> bool:
        """Whether it takes a definition of its own."""
        is_version = "model_version" in self.new and not self.scheme.lists_versions
        return is_version or "modifier" in self.new or self.scheme.stamp is not None

    @cached_property
    def fields(self) -> dict[str, str | None]:
        """The fields of its template."""
        tag = quant_tag(self.scheme.meta, self.quant)
        own = {"modifier": self.modifier, "quant": tag}
        return template_fields_of(self.scheme.meta, self.coordinates) | own

    @cached_property
    def originals(self) -> dict[str, str]:
        """The originals that the definition may give it, with the template of each."""
        fields = {**self.fields, "modifier": None, "quant": None}
        fields["name"] = fill(full_template(self.scheme.used), fields)
        templates = [like.original for like in self.likes if like.original]
        if not self.is_known:
            templates += [r.content.original for r in self.scheme.rects if r.content.original]
        return {fill(template, fields): template for template in dict.fromkeys(templates)}

    @property
    def original(self) -> str | None:
        """The original that the definition gives it first."""
        return next(iter(self.originals), None)

    @property
    def kinds(self) -> set[tuple[bool | None, str | None]]:
        """What the models most like it are for, as far as that fits what is known of it."""
        kinds = {(like.is_multimodal, like.modality) for like in self.likes}
        if self.is_known or self.is_multimodal is None:
            return kinds
        of_file = self.scheme.modality
        known = {kind: is_multimodal(kind[0], kind[1] or of_file) for kind in kinds}
        return {kind for kind in kinds if known[kind] in (None, self.is_multimodal)}

    @property
    def line(self) -> tuple[object, ...]:
        """What the definitions of one line of models share."""
        meta = self.scheme.meta
        return meta.org, meta.base_name, self.scheme.used, self.modifier

    @property
    def is_odd(self) -> bool:
        """Whether it has a new value unlike all that are known."""
        return bool(self.cost[1])

    @property
    def fit(self) -> tuple[float, float]:
        """How odd its new values are in the definition, and how far its version is from those
        there: what decides between the definitions of one line."""
        return self.cost[1], self.cost[5]

    def respelled(self, original: str) -> "Reading | None":
        """This reading with its values in the letter case of an original; None if the definition
        does not give that."""
        version, size, tag = (value and as_in(original, value) for value in self.coordinates)
        new = replace(self, coordinates=(version, size, tag), is_spelled=True)
        return new if original in new.originals else None

    @property
    def outcome(self) -> tuple[object, ...]:
        """What would be declared: two readings with one outcome differ in the edit alone."""
        meta = self.scheme.meta
        named = (meta.org, meta.base_name, self.original)
        return (*named, self.coordinates, self.quant, self.modifier, frozenset(self.kinds))

    def __str__(self) -> str:
        """What it would be, for a report."""
        words = (*(axis.word for axis in AXES), "modifier")
        values = zip(words, (*self.coordinates, self.modifier), strict=True)
        said = ", ".join(f"{word} {value}" for word, value in values if value)
        quant = "" if self.quant == NONE else f", {self.quant.name}"
        return f"{self.name} ({said or 'no fields'}{quant})"

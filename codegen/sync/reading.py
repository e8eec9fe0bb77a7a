"""One way to declare an upload: its name read through one definition."""

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
from .words import words_of


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An upload, read through a template of a definition."""

    upload: Upload
    scheme: Scheme
    coordinates: Coordinates
    quant: Quant
    tag: str
    """The quantization tag as the name spells it."""
    modifier: str | None
    new: tuple[str, ...]
    """The fields whose value is new to the definition."""
    likes: tuple[Content, ...]
    """The content of the model, or of the most similar ones if the model is new."""
    is_known: bool
    """Whether the definition declares the model, with this modifier."""
    is_spelled: bool
    """Whether the name needs `spelled`: the template gives another letter case."""
    cost: tuple[float, ...] = field(default=(), repr=False)
    """Sort key: new values, unusual ones, three flags, and the distance in versions."""
    named: tuple[str, ...] = ()
    """The originals that the upload's tags lead to, as they are declared."""
    is_multimodal: bool | None = None
    """As the upload's tags or its declared original say; None if unknown."""

    @property
    def name(self) -> str:
        """The name of the definition."""
        return self.scheme.definition

    @property
    def derives(self) -> bool:
        """Whether it needs a new definition."""
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
        """The possible originals, with the template of each."""
        fields = {**self.fields, "modifier": None, "quant": None}
        fields["name"] = fill(full_template(self.scheme.used), fields)
        templates = [like.original for like in self.likes if like.original]
        if not self.is_known:
            templates += [r.content.original for r in self.scheme.rects if r.content.original]
        return {fill(template, fields): template for template in dict.fromkeys(templates)}

    @property
    def original(self) -> str | None:
        """The first of the possible originals."""
        return next(iter(self.originals), None)

    @property
    def kinds(self) -> set[tuple[bool | None, str | None]]:
        """`is_multimodal` and `modality` of the most similar models, without those that contradict
        what is known of the upload."""
        kinds = {(like.is_multimodal, like.modality) for like in self.likes}
        if self.is_known or self.is_multimodal is None:
            return kinds
        of_file = self.scheme.modality
        known = {kind: is_multimodal(kind[0], kind[1] or of_file) for kind in kinds}
        return {kind for kind in kinds if known[kind] in (None, self.is_multimodal)}

    @property
    def line(self) -> tuple[object, ...]:
        """The same for definitions of one line of models."""
        meta = self.scheme.meta
        return meta.org, meta.base_name, self.scheme.used, self.modifier

    def has_words_of(self, version: str | None) -> bool:
        """Whether its definition has a version with the same words: "4.6-Flash" for "5.3-Flash"."""
        words = words_of(version or "")
        return bool(words) and words in map(words_of, self.scheme.versions)

    @property
    def is_odd(self) -> bool:
        """Whether a new value is unlike all known ones."""
        return bool(self.cost[1])

    @property
    def fit(self) -> tuple[float, float]:
        """What decides between definitions of one line: the number of unusual values, and the
        distance in versions."""
        return self.cost[1], self.cost[5]

    def respelled(self, original: str) -> "Reading | None":
        """This reading in the letter case of an original; None if the definition cannot give that
        original."""
        version, size, tag = (value and as_in(original, value) for value in self.coordinates)
        new = replace(self, coordinates=(version, size, tag), is_spelled=True)
        return new if original in new.originals else None

    @property
    def outcome(self) -> tuple[object, ...]:
        """What would be declared: readings with the same outcome differ only in the edit."""
        meta = self.scheme.meta
        named = (meta.org, meta.base_name, self.original)
        return (*named, self.coordinates, self.quant, self.modifier, frozenset(self.kinds))

    def __str__(self) -> str:
        """The definition and the values, for a report."""
        words = (*(axis.word for axis in AXES), "modifier")
        values = zip(words, (*self.coordinates, self.modifier), strict=True)
        said = ", ".join(f"{word} {value}" for word, value in values if value)
        quant = "" if self.quant == NONE else f", {self.quant.name}"
        return f"{self.name} ({said or 'no fields'}{quant})"

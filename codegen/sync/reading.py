"""A repo name to the definitions that could declare it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from ..edit.contents import Content, Contents, Rect, contents_of, rects_of
from ..edit.draft import Draft, Drafts
from ..models.expand import version_key
from ..names.cell import Coordinates, axis_values, known_fields, template_fields_of
from ..names.quant import quant_tag, with_own
from ..names.size import NAMED, read_size
from ..names.template import fill, full_template, parse
from ..schema import NONE, ModelMeta, Quant
from .upload import Upload, marks_in

_FREE = ("model_version", "size", "instruct_tag", "modifier")
"""Fields that an upload may bring a new value of."""
_MOST_NEW = 3
_MOST_WORDS = 3
"""How many words a tag may have that no definition states yet."""
_SIZE = re.compile(r"(?:\d+x)?[ea]?\d+(?:\.\d+)?[bmt](?:-a?\d+(?:\.\d+)?[bme])?", re.IGNORECASE)
_LENGTH = re.compile(r"\d+[KkMm]")
"""A context length, which is a modifier: "128K"."""
_STAMP = re.compile(r"(?<![A-Za-z0-9])\d{4}(?![A-Za-z0-9])")
"""A date in a template: "2507"."""


@dataclass(frozen=True)
class Scheme:
    """One template of one definition."""

    stem: str
    definition: str
    meta: ModelMeta
    template: str
    owner: str
    quants: Sequence[Quant]
    """The quantizations that are known."""
    stamp: str | None = None
    """The date that names of another release have in place of the one in the template."""

    @property
    def used(self) -> str:
        """The template that reads names: with the other date, if there is one."""
        return _STAMP.sub(self.stamp, self.template) if self.stamp else self.template

    @property
    def old_stamp(self) -> str | None:
        """The date in the template of the definition, if another one takes its place."""
        match = _STAMP.search(self.template) if self.stamp else None
        return match and match[0]

    @cached_property
    def known(self) -> dict[str, Sequence[str | None]]:
        """Every value of each field, tags of quantizations included."""
        own = self.meta.quant_tags.values()
        tags = [tag for quant in self.quants for tag in quant.tags]
        return {**known_fields(self.meta), "quant": [None, *own, *tags]}

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that every name has that the template gives."""
        text = self.used.replace("{base_name", f"{self.meta.base_name}{{")
        text = re.sub(r"\{[^}]*\}", "-", text.replace("{", "-{"))
        return tuple(word.casefold() for word in re.split(r"[-_.]", text) if word)

    @cached_property
    def contents(self) -> Contents:
        """What the definition says of each model."""
        return contents_of(self.meta)

    @cached_property
    def rects(self) -> list[Rect]:
        """The rows that have this template."""
        return [r for r in rects_of(self.meta) if r.content.name == self.template]

    @cached_property
    def versions(self) -> list[str]:
        """The versions that the definition has."""
        return [v for v in axis_values(self.meta, "model_version") if v]

    @property
    def lists_versions(self) -> bool:
        """Whether its rows state versions, so that a new one is one more in them."""
        return self.meta.model_version is None and bool(self.versions)

    def quant_of(self, tag: str | None) -> Quant:
        """The quantization of a tag in any letter case, the definition's own spelling first."""
        wanted = (tag or "").casefold()
        own = (q for q, text in self.meta.quant_tags.items() if text.casefold() == wanted)
        known = (q for q in self.quants if wanted in map(str.casefold, q.tags))
        return next(own, None) or next(known, NONE)


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
    cost: tuple[float, ...] = field(repr=False)
    """Sort key: the smallest edit first."""

    @property
    def derives(self) -> bool:
        """Whether it takes a definition of its own."""
        is_version = "model_version" in self.new and not self.scheme.lists_versions
        return is_version or "modifier" in self.new or self.scheme.stamp is not None

    @property
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
    def outcome(self) -> tuple[object, ...]:
        """What would be declared: two readings with one outcome differ in the edit alone."""
        meta = self.scheme.meta
        kinds = {like.is_multimodal for like in self.likes}
        return (
            meta.org, meta.base_name, self.coordinates, self.quant, self.modifier, meta.modality,
            meta.modality or frozenset(kinds), self.original,
        )  # fmt: skip

    def __str__(self) -> str:
        """What it would be, for a report."""
        parts = {
            "version": self.coordinates[0],
            "size": self.coordinates[1],
            "tag": self.coordinates[2],
            "modifier": self.modifier,
        }
        said = ", ".join(f"{name} {value}" for name, value in parts.items() if value)
        quant = "" if self.quant == NONE else f", {self.quant.name}"
        return f"{self.scheme.definition} ({said or 'no fields'}{quant})"


class Reader:
    """Reads names through the templates of all definitions."""

    def __init__(self, drafts: Drafts) -> None:
        names = [value for draft in drafts.values() for value in draft.definition.names.values()]
        quants = with_own(value for value in names if isinstance(value, Quant))
        self._schemes = [s for draft in drafts.values() for s in _schemes(draft, quants)]
        self._dated = [s for s in self._schemes if len(_STAMP.findall(s.template)) == 1]
        self._stamps = {stamp for s in self._dated for stamp in _STAMP.findall(s.template)}
        metas = [meta for draft in drafts.values() for meta in draft.metas.values()]
        tags = {tag for meta in metas for tag in axis_values(meta, "instruct_tag") if tag}
        self._tags = {tag.casefold() for tag in tags}
        self._modifiers = {meta.modifier for meta in metas if meta.modifier}
        self._versions: dict[str, list[str]] = {}
        self._place = {(s.stem, s.definition): n for n, s in enumerate(self._schemes)}
        for scheme in self._schemes:
            self._versions.setdefault(scheme.stem, []).extend(scheme.versions)
        words = {
            w for v in (x for s in self._versions.values() for x in s) for w in v.split("-")[1:]
        }
        self._version_words = {word.casefold() for word in words}

    def readings(self, upload: Upload) -> list[Reading]:
        """Every way in which a definition could declare an upload, the smallest edit first."""
        name = upload.name.casefold()
        best: dict[object, Reading] = {}
        stamps = [stamp for stamp in _STAMP.findall(name) if stamp not in self._stamps]
        dated = [replace(s, stamp=stamp) for s in self._dated for stamp in stamps[:1]]
        for scheme in (*self._schemes, *dated):
            if scheme.owner == upload.owner and all(word in name for word in scheme.words):
                for reading in self._read(upload, scheme):
                    key = (scheme.stem, scheme.definition, reading.outcome)
                    if key not in best or reading.cost < best[key].cost:
                        best[key] = reading
        return sorted(best.values(), key=lambda reading: reading.cost)

    def _read(self, upload: Upload, scheme: Scheme) -> Iterator[Reading]:
        template = full_template(scheme.used)
        known = {**scheme.known, "size": [*scheme.known["size"]]}
        for count in range(_MOST_NEW + 1):
            is_read = False
            for free in combinations(_FREE, count):
                values = dict(known)
                if "size" in free:
                    values["size"] = [*known["size"], *NAMED]
                if "modifier" in free:
                    values["modifier"] = [*known["modifier"], *sorted(self._modifiers)]
                fields = parse(template, upload.name, values, free=free, ignore_case=True)
                if fields is None:
                    continue
                new = tuple(f for f in _FREE if f in fields and not _has(known[f], fields[f]))
                if set(new) == set(free) and self._are_likely(fields, new, scheme):
                    is_read = True
                    reading = self._reading(upload, scheme, fields, new)
                    if reading is not None:
                        yield reading
            if is_read:
                return

    def _reading(
        self, upload: Upload, scheme: Scheme, fields: Mapping[str, str | None], new: Sequence[str]
    ) -> Reading | None:
        meta = scheme.meta
        first = next(iter(scheme.contents))[0]
        version, size, tag = (
            fields.get(name, first[place])
            for place, name in enumerate(("model_version", "size", "instruct_tag"))
        )
        coordinates, modifier = (version, size, tag), fields.get("modifier", meta.modifier)
        if len({c for c, t in scheme.contents if t == scheme.template}) > 1 and not set(new) & {
            "model_version", "size", "instruct_tag"
        }:  # fmt: skip
            fitting = [c for c, t in scheme.contents if t == scheme.template and _agrees(c, fields)]
            if len(fitting) == 1:
                coordinates = fitting[0]
        key = (coordinates, scheme.template)
        is_model = key in scheme.contents
        is_known = is_model and modifier == meta.modifier and not scheme.stamp
        quant = scheme.quant_of(fields.get("quant"))
        if is_known and quant in scheme.contents[key].quants:
            return None
        likes = [scheme.contents[key]] if is_model else _likes(scheme, coordinates)
        tag_text = fields.get("quant") or ""
        written = {**template_fields_of(meta, coordinates), "modifier": modifier}
        made = fill(full_template(scheme.used), {**written, "quant": tag_text or None})
        reading = Reading(
            upload=upload,
            scheme=scheme,
            coordinates=coordinates,
            quant=quant,
            tag=tag_text,
            modifier=modifier,
            new=tuple(new),
            likes=tuple(dict.fromkeys(likes)),
            is_known=is_known,
            is_spelled=made != upload.name,
            cost=(),
        )
        return _with_cost(reading, self._cost(reading))

    def _cost(self, reading: Reading) -> tuple[float, ...]:
        scheme, new = reading.scheme, reading.new
        steps = len(new) + (scheme.stamp is not None)
        if "model_version" in new and reading.derives:
            steps = 2 + ("modifier" in new)  # a new definition has sizes and tags of its own
        odd = sum(not self._is_usual(reading, name) for name in new)
        return (
            steps,
            odd,
            reading.derives,
            not reading.is_known,
            reading.is_spelled,
            self._distance(reading),
            -len(re.sub(r"\{.*?\}", "", scheme.template)),
            sum(
                not any(c in r.axes[i] for r in scheme.rects)
                for i, c in enumerate(reading.coordinates)
            ),
            self._place[scheme.stem, scheme.definition],
        )

    def _is_usual(self, reading: Reading, name: str) -> bool:
        """Whether a new value looks like one that the definition has, or is in use elsewhere."""
        value = reading.fields[name]
        if value is None:
            return True
        if name == "modifier":
            return value in self._modifiers or _LENGTH.fullmatch(value) is not None
        if name == "instruct_tag" and value.casefold() in self._tags:
            return True
        forms = {_form(v) for v in reading.scheme.known[name] if v}
        return _form(value) in forms or (name == "size" and bool(_SIZE.fullmatch(value)))

    def _are_likely(
        self, fields: Mapping[str, str | None], new: Sequence[str], scheme: Scheme
    ) -> bool:
        """Whether new values look like what they are taken for."""
        checks: dict[str, Callable[[str], bool]] = {
            "size": is_size,
            "model_version": lambda value: self._is_version(value, scheme),
            "instruct_tag": lambda value: self._is_tag(value, scheme),
            "modifier": self._is_modifier,
        }
        for name in new:
            value = fields[name]
            if value is None:
                if name != "instruct_tag":
                    return False
            elif marks_in(f"x-{value}") or not checks[name](value):
                return False
        return True

    def _is_version(self, value: str, scheme: Scheme) -> bool:
        number, *words = value.split("-")
        if not scheme.versions or _SIZE.fullmatch(number) or _LENGTH.fullmatch(number):
            return False
        has_words = any("-" in version for version in scheme.versions)
        prefixes = {re.match(r"[A-Za-z]*", v)[0].casefold() for v in scheme.versions}  # type: ignore[index]
        if re.match(r"[A-Za-z]*", number)[0].casefold() not in prefixes:  # type: ignore[index]
            return False
        for word in words:
            if _SIZE.fullmatch(word) or word.casefold() in self._tags or word.casefold() in NAMED:
                return False
            if word.casefold() not in self._version_words and not has_words:
                return False
        return len(words) <= _MOST_WORDS

    def _is_tag(self, value: str, scheme: Scheme) -> bool:
        parts = value.split("-")
        if value.casefold() in self._tags and not _STAMP.search(value):
            return True
        if value in self._modifiers or len(parts) > _MOST_WORDS:
            return False
        if any(_SIZE.fullmatch(p) or _LENGTH.fullmatch(p) for p in parts):
            return False
        forms = {_form(str(tag)) for tag in scheme.known["instruct_tag"]}
        return not re.search(r"\d", value) or _form(value) in forms

    def _is_modifier(self, value: str) -> bool:
        if value in self._modifiers or _LENGTH.fullmatch(value):
            return True
        words = value.split("-")
        is_size = any(_SIZE.fullmatch(word) for word in words)
        return len(words) <= 2 and not is_size and value.casefold() not in self._tags

    def _distance(self, reading: Reading) -> int:
        """How many versions of the family lie between a version and the definition's nearest."""
        version, own = reading.coordinates[0], reading.scheme.versions
        if version is None or not own:
            return 0
        every = {*self._versions[reading.scheme.stem], version}
        order = sorted(every, key=version_key)
        return min(abs(order.index(version) - order.index(v)) for v in own)


def _schemes(draft: Draft, quants: Sequence[Quant]) -> Iterator[Scheme]:
    if not draft.is_own:
        return
    for name, meta in draft.metas.items():
        owner = meta.uploader or draft.uploader
        for template in dict.fromkeys(rect.content.name for rect in rects_of(meta)):
            yield Scheme(draft.stem, name, meta, template, owner, quants)


def _has(values: Iterable[str | None], value: str | None) -> bool:
    return (value or "").casefold() in {(v or "").casefold() for v in values}


def _agrees(coordinates: Coordinates, fields: Mapping[str, str | None]) -> bool:
    names = ("model_version", "size", "instruct_tag")
    pairs = zip(names, coordinates, strict=True)
    return all((fields[name] or None) == value for name, value in pairs if name in fields)


def is_size(value: str) -> bool:
    """Whether a word of a name can be a size."""
    if value.casefold() in NAMED:
        return True
    return bool(_SIZE.fullmatch(value)) and not re.fullmatch(r"\d[mM]", value)


def _form(value: str) -> str:
    """A value with its numbers left out: "K2.7-Code" and "K2.8-Code" have one form."""
    return re.sub(r"\d+", "0", value.casefold())


def _likes(scheme: Scheme, coordinates: Coordinates) -> list[Content]:
    """What the definition says of the models most like one that it lacks: those of the same size,
    else of the sizes next to it."""
    rects = scheme.rects
    for same in ((0, 1), (1,), (0,), ()):
        near = [r for r in rects if all(coordinates[i] in r.axes[i] for i in same)]
        if near and 1 in same:
            return [rect.content for rect in near]
        if near:
            order = read_size(coordinates[1]).order
            sizes = [(read_size(s).order, r.content) for r in near for s in r.axes[1]]
            below = max((o for o, _ in sizes if o < order), default=None)
            above = min((o for o, _ in sizes if o > order), default=None)
            return [content for o, content in sizes if o in (below, above)] or [
                content for _, content in sizes
            ]
    return []


def _with_cost(reading: Reading, cost: tuple[float, ...]) -> Reading:
    object.__setattr__(reading, "cost", cost)
    return reading

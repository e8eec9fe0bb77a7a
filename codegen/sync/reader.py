"""Reads a repo name through the templates of all definitions."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ..edit.draft import Drafts
from ..models.expand import version_key
from ..names.cell import template_fields_of
from ..names.quant import with_own
from ..names.size import NAMED
from ..names.template import fill, full_template, parse
from ..schema import Quant
from . import words
from .reading import Reading
from .scheme import Scheme, as_in, coordinates_of, likes_of, schemes_of
from .upload import Upload, marks_in

_FREE = ("model_version", "size", "instruct_tag", "modifier")
"""The fields that may have a new value."""
_MOST_NEW = 3

_Fields = Mapping[str, str | None]


class Reader:
    """Reads names through the templates of all definitions."""

    def __init__(self, drafts: Drafts) -> None:
        names = [value for draft in drafts.values() for value in draft.definition.names.values()]
        quants = with_own(value for value in names if isinstance(value, Quant))
        self._schemes = [s for draft in drafts.values() for s in schemes_of(draft, quants)]
        self._dated = [s for s in self._schemes if len(words.STAMP.findall(s.template)) == 1]
        metas = [meta for draft in drafts.values() for meta in draft.metas.values()]
        models = [model for draft in drafts.values() for model in draft.models.values()]
        self._multimodal = {model.repo_id: model.is_multimodal for model in models}
        self._modifiers = sorted({meta.modifier for meta in metas if meta.modifier})
        self._family_tags: dict[str, set[str]] = defaultdict(set)
        self._versions: dict[str, set[str]] = defaultdict(set)
        for scheme in self._schemes:
            tags = (tag.casefold() for tag in scheme.known["instruct_tag"] if tag)
            self._family_tags[scheme.stem].update(tags)
            self._versions[scheme.stem].update(scheme.versions)
        self._tags = {tag for tags in self._family_tags.values() for tag in tags}
        self._version_words = {
            stem: {word for version in versions for word in words.words_of(version)}
            for stem, versions in self._versions.items()
        }

    def readings(self, upload: Upload) -> list[Reading]:
        """All readings of an upload, the smallest edit first."""
        name = upload.name.casefold()
        best: dict[object, Reading] = {}
        stamp = (words.STAMP.findall(upload.name) or [""])[-1]
        dated = [replace(s, stamp=stamp) for s in self._dated if stamp not in s.template]
        for scheme in (*self._schemes, *dated):
            if scheme.owner == upload.owner and all(word in name for word in scheme.words):
                for reading in self._read(upload, scheme):
                    key = (scheme.stem, scheme.definition, reading.outcome)
                    if key not in best or reading.cost < best[key].cost:
                        best[key] = reading
        return sorted(best.values(), key=lambda reading: reading.cost)

    def _read(self, upload: Upload, scheme: Scheme) -> Iterator[Reading]:
        """The readings through one template with the fewest new values."""
        for count in range(_MOST_NEW + 1):
            ways = (
                (new, self._fields(upload.name, scheme, new)) for new in combinations(_FREE, count)
            )
            if read := [(new, fields) for new, fields in ways if fields is not None]:
                readings = (self._reading(upload, scheme, fields, new) for new, fields in read)
                yield from filter(None, readings)
                return

    def _fields(self, name: str, scheme: Scheme, new: Sequence[str]) -> _Fields | None:
        """The fields of a name if exactly those in `new` have a new, plausible value; else None."""
        values = dict(scheme.known)
        if "size" in new:
            values["size"] = [*values["size"], *NAMED]
        if "modifier" in new:
            values["modifier"] = [*values["modifier"], *self._modifiers]
        template = full_template(scheme.used)
        fields = parse(template, name, values, free=new, ignore_case=True)
        if fields is None:
            return None
        for field in new:
            known = {(value or "").casefold() for value in scheme.known[field]}
            if field not in fields or (fields[field] or "").casefold() in known:
                return None
            if not self._is_likely(field, fields, scheme):
                return None
        return fields

    def _reading(
        self, upload: Upload, scheme: Scheme, fields: _Fields, new: tuple[str, ...]
    ) -> Reading | None:
        meta = scheme.meta
        coordinates = coordinates_of(scheme, upload.name, fields)
        modifier = fields.get("modifier", meta.modifier)
        key = (coordinates, scheme.template)
        is_model = key in scheme.contents
        is_known = is_model and modifier == meta.modifier and not scheme.stamp
        quant = scheme.quant_of(fields.get("quant"))
        if is_known and quant in scheme.contents[key].quants:
            return None
        likes = [scheme.contents[key]] if is_model else likes_of(scheme, coordinates)
        tag_text = as_in(upload.name, fields.get("quant") or "")
        written = {**template_fields_of(meta, coordinates), "modifier": modifier}
        made = fill(full_template(scheme.used), {**written, "quant": tag_text or None})
        reading = Reading(
            upload=upload,
            scheme=scheme,
            coordinates=coordinates,
            quant=quant,
            tag=tag_text,
            modifier=modifier,
            new=new,
            likes=tuple(dict.fromkeys(likes)),
            is_known=is_known,
            is_spelled=made != upload.name,
        )
        said = self._multimodal.get(reading.original or "")
        said = upload.is_multimodal if said is None else said
        return replace(reading, cost=self._cost(reading), is_multimodal=said)

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
        )

    def _is_usual(self, reading: Reading, name: str) -> bool:
        """Whether a new value is like one of the definition, or in use elsewhere."""
        value = reading.fields[name]
        if value is None:
            return True
        if name == "modifier":
            return value in self._modifiers or words.LENGTH.fullmatch(value) is not None
        if name == "instruct_tag" and value.casefold() in self._tags:
            return True
        forms = {words.form_of(v) for v in reading.scheme.known[name] if v}
        return words.form_of(value) in forms or (
            name == "size" and bool(words.SIZE.fullmatch(value))
        )

    def _is_likely(self, field: str, fields: _Fields, scheme: Scheme) -> bool:
        """Whether a new value is plausible for its field."""
        value = fields[field]
        if value is None:
            return field == "instruct_tag"
        if marks_in(f"x-{value}"):
            return False
        if field == "size":
            return words.is_size(value) and value.casefold() not in self._tags
        if field == "model_version":
            return self._is_version(value, scheme)
        if field == "modifier":
            return self._is_modifier(value)
        return self._is_tag(value, scheme, fields.get("size"))

    def _is_version(self, value: str, scheme: Scheme) -> bool:
        """Whether a value can be a version: a number like the definition's others, followed only by
        words that versions of the family have, or dates."""
        number = words.number_of(value)
        if not scheme.versions or words.SIZE.fullmatch(number) or words.LENGTH.fullmatch(number):
            return False
        if words.letters_of(number) not in map(words.letters_of, scheme.versions):
            return False
        known = self._version_words[scheme.stem]
        return all(word in known or words.STAMP.fullmatch(word) for word in words.words_of(value))

    def _is_tag(self, value: str, scheme: Scheme, size: str | None) -> bool:
        """Whether a value can be an instruct tag: one in use, one like the definition's others, or
        new words after a size."""
        parts = value.split("-")
        is_known = value.casefold() in self._tags
        if (value in self._modifiers and not is_known) or len(parts) > words.MOST_WORDS:
            return False
        if any(words.SIZE.fullmatch(p) or words.LENGTH.fullmatch(p) for p in parts):
            return False
        own = [tag for tag in scheme.known["instruct_tag"] if tag]
        if words.form_of(value) in map(words.form_of, own):
            return True
        if value.casefold() in self._version_words[scheme.stem]:
            return False
        if value.casefold() in NAMED and size is None:
            return False
        if re.search(r"\d", value) or words.LINES.fullmatch(value):
            return False
        is_in_use = value.casefold() in words.TAGS | self._family_tags[scheme.stem]
        return is_in_use or size is not None or (bool(own) and not scheme.lists_versions)

    def _is_modifier(self, value: str) -> bool:
        if value in self._modifiers or words.LENGTH.fullmatch(value):
            return True
        parts = value.split("-")
        is_other = any(words.SIZE.fullmatch(p) or words.LINES.fullmatch(p) for p in parts)
        return len(parts) <= 2 and not is_other and value.casefold() not in self._tags

    def _distance(self, reading: Reading) -> int:
        """The distance to the definition's nearest version, in versions of the family."""
        version, own = reading.coordinates[0], set(map(words.number_of, reading.scheme.versions))
        if version is None or not own:
            return 0
        every = {words.number_of(v) for v in (*self._versions[reading.scheme.stem], version)}
        order = sorted(every, key=version_key)
        place = order.index(words.number_of(version))
        return min(abs(place - order.index(v)) for v in own)

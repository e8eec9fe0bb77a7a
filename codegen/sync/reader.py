"""A repo name to the definitions that could declare it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ..edit.contents import values_of
from ..edit.draft import Drafts
from ..models.expand import version_key
from ..names.cell import template_fields_of
from ..names.quant import with_own
from ..names.size import NAMED
from ..names.template import fill, full_template, parse
from ..schema import Quant
from .reading import Reading
from .scheme import Scheme, as_in, coordinates_of, likes_of, schemes_of
from .upload import Upload, marks_in
from .words import (
    LENGTH,
    LINES,
    MOST_WORDS,
    SIZE,
    STAMP,
    TAGS,
    form_of,
    is_size,
    letters_of,
    number_of,
)

_FREE = ("model_version", "size", "instruct_tag", "modifier")
"""Fields that an upload may bring a new value of."""
_MOST_NEW = 3


class Reader:
    """Reads names through the templates of all definitions."""

    def __init__(self, drafts: Drafts) -> None:
        names = [value for draft in drafts.values() for value in draft.definition.names.values()]
        quants = with_own(value for value in names if isinstance(value, Quant))
        self._schemes = [s for draft in drafts.values() for s in schemes_of(draft, quants)]
        self._dated = [s for s in self._schemes if len(STAMP.findall(s.template)) == 1]
        metas = [meta for draft in drafts.values() for meta in draft.metas.values()]
        models = [model for draft in drafts.values() for model in draft.models.values()]
        self._multimodal = {model.repo_id: model.is_multimodal for model in models}
        self._family_tags: dict[str, set[str]] = {}
        for scheme in self._schemes:
            tags = {tag.casefold() for tag in values_of(scheme.meta, 2) if tag}
            self._family_tags.setdefault(scheme.stem, set()).update(tags)
        self._tags = {tag for tags in self._family_tags.values() for tag in tags}
        self._modifiers = {meta.modifier for meta in metas if meta.modifier}
        self._versions: dict[str, list[str]] = {}
        self._place = {(s.stem, s.definition): n for n, s in enumerate(self._schemes)}
        for scheme in self._schemes:
            self._versions.setdefault(scheme.stem, []).extend(scheme.versions)
        self._version_words = {
            stem: {w.casefold() for v in several for w in v.split("-")[1:]}
            for stem, several in self._versions.items()
        }

    def readings(self, upload: Upload) -> list[Reading]:
        """Every way in which a definition could declare an upload, the smallest edit first."""
        name = upload.name.casefold()
        best: dict[object, Reading] = {}
        stamps = STAMP.findall(upload.name)
        dated = [
            replace(s, stamp=stamps[-1])
            for s in self._dated
            if stamps and stamps[-1] not in s.template
        ]
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
            new=tuple(new),
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
            return value in self._modifiers or LENGTH.fullmatch(value) is not None
        if name == "instruct_tag" and value.casefold() in self._tags:
            return True
        forms = {form_of(v) for v in reading.scheme.known[name] if v}
        return form_of(value) in forms or (name == "size" and bool(SIZE.fullmatch(value)))

    def _are_likely(
        self, fields: Mapping[str, str | None], new: Sequence[str], scheme: Scheme
    ) -> bool:
        """Whether new values look like what they are taken for."""
        checks: dict[str, Callable[[str], bool]] = {
            "size": lambda value: is_size(value) and value.casefold() not in self._tags,
            "model_version": lambda value: self._is_version(value, scheme),
            "instruct_tag": lambda value: self._is_tag(value, scheme, fields.get("size")),
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
        """Whether a value looks like a version: a number in the form of the definition's others,
        with words that versions of the family have, or a date."""
        number, *words = value.split("-")
        if not scheme.versions or SIZE.fullmatch(number) or LENGTH.fullmatch(number):
            return False
        if letters_of(number) not in map(letters_of, scheme.versions):
            return False
        known = self._version_words[scheme.stem]
        return all(word.casefold() in known or STAMP.fullmatch(word) for word in words)

    def _is_tag(self, value: str, scheme: Scheme, size: str | None) -> bool:
        """Whether a value looks like an instruct tag: one in use, one in the form of the
        definition's others, or new words behind a size."""
        parts = value.split("-")
        is_known = value.casefold() in self._tags
        if (value in self._modifiers and not is_known) or len(parts) > MOST_WORDS:
            return False
        if any(SIZE.fullmatch(p) or LENGTH.fullmatch(p) for p in parts):
            return False
        own = [tag for tag in scheme.known["instruct_tag"] if tag]
        if form_of(value) in map(form_of, own):
            return True
        if value.casefold() in self._version_words[scheme.stem]:
            return False
        if value.casefold() in NAMED and size is None:
            return False
        if re.search(r"\d", value) or LINES.fullmatch(value):
            return False
        is_in_use = value.casefold() in TAGS | self._family_tags[scheme.stem]
        return is_in_use or size is not None or (bool(own) and not scheme.lists_versions)

    def _is_modifier(self, value: str) -> bool:
        if value in self._modifiers or LENGTH.fullmatch(value):
            return True
        words = value.split("-")
        is_other = any(SIZE.fullmatch(w) or LINES.fullmatch(w) for w in words)
        return len(words) <= 2 and not is_other and value.casefold() not in self._tags

    def _distance(self, reading: Reading) -> int:
        """How many versions of the family lie between a version and the definition's nearest."""
        version, own = reading.coordinates[0], set(map(number_of, reading.scheme.versions))
        if version is None or not own:
            return 0
        every = {number_of(v) for v in (*self._versions[reading.scheme.stem], version)}
        order = sorted(every, key=version_key)
        place = order.index(number_of(version))
        return min(abs(place - order.index(v)) for v in own)


def _has(values: Iterable[str | None], value: str | None) -> bool:
    return (value or "").casefold() in {(v or "").casefold() for v in values}

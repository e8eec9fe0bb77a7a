"""Strict at the door: what is wrong with a definition before anything is made of it."""

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import cast, get_args

from ..names.constant import is_constant_name
from ..names.template import CASES, NAME_FIELDS, PATH_FIELDS, as_list, template_fields
from ..problem import Problem
from ..schema import AxisKey, Modality, ModelMeta, QuantType
from .source import field_line

Finding = tuple[str, str, str]
"""Field, what was found, what to write."""

_TEXTS = ("org", "base_name")
_OPTIONAL_TEXTS = ("modifier", "uploader", "modality", "summary")
_PER_AXIS = ("quant_types", "upstream_quants", "mirrors", "name", "original", "is_multimodal")
_PARTIAL = ("upstream_quants", "mirrors")
_BEYOND_TEXT = ("vision", "speech", "image", "video")
_AXES = {"model_sizes": "size", "model_version": "version", "instruct_tags": "tag"}


def validate(family: str, meta: ModelMeta) -> list[Problem]:
    """Every mistake of one definition, each with the line of the field it is in."""
    findings = [*_texts(meta), *_axes(meta), *_mappings(meta)]
    if not findings:
        findings = [*_templates(meta), *_per_axis(meta)]
    return [
        Problem(field_line(meta.where, field), family, field, found, cure)
        for field, found, cure in findings
    ]


def is_multimodal(stated: bool | None, modality: str | None) -> bool:
    """Whether a model takes or gives more than text: as stated, else as its modality says."""
    return modality in _BEYOND_TEXT if stated is None else stated


def axis_of(meta: ModelMeta, keys: Collection[str | None], used: Collection[str] = ()) -> str:
    """Which field the keys of a dict name: the one that shares most with them, of those that no
    dict around it has `used`.

    Sizes win over versions and versions over tags where two share as much and are as long.
    """

    def score(field: str) -> tuple[int, int]:
        values = set(as_list(getattr(meta, field)))
        return len(values & set(keys)), len(values)

    return max((field for field in _AXES if field not in used), key=score, default="instruct_tags")


def flat_keys(mapping: Mapping[AxisKey, object]) -> list[str | None]:
    """The keys of a dict with its tuples of keys spread out."""
    return [k for key in mapping for k in (key if isinstance(key, tuple) else (key,))]


def _texts(meta: ModelMeta) -> Iterator[Finding]:
    for field in _TEXTS + _OPTIONAL_TEXTS:
        value: object = getattr(meta, field)
        if isinstance(value, str):
            if not value.strip() and field != "summary":
                cure = "Leave the field out." if field in _OPTIONAL_TEXTS else "Write its name."
                yield field, "an empty string", cure
        elif value is not None or field in _TEXTS:
            yield field, f"{value!r}, which is no string", _quoted(value)
    for value in values_of(meta, "is_multimodal"):
        if not isinstance(value, bool | None):
            yield "is_multimodal", f"{value!r}", "Write True or False."
        elif value is False and meta.modality in _BEYOND_TEXT:
            found = f"False, but the modality is {meta.modality!r}"
            yield "is_multimodal", found, "Leave one of the two out."
    if isinstance(meta.modality, str) and meta.modality not in get_args(Modality):
        yield "modality", repr(meta.modality), f"Use one of: {', '.join(get_args(Modality))}."


def _axes(meta: ModelMeta) -> Iterator[Finding]:
    for field in _AXES:
        value: object = getattr(meta, field)
        if field == "model_version" and isinstance(value, str | int | float | None):
            if value is not None and not isinstance(value, str):
                yield field, f"{value!r}, which is no string", _quoted(value)
            continue
        yield from _list(field, value, "a string or None")
    kinds = {"quant_types": "a QuantType", "upstream_quants": "a QuantType", "mirrors": "a string"}
    for field, of in kinds.items():
        for at, value in _leaves(getattr(meta, field)):
            if field != "quant_types" or value is not None:
                yield from _list(field, value, of, at, empty_ok=field != "quant_types")
    yield from _list("spelled", meta.spelled, "a string", empty_ok=True)


def _list(
    field: str, value: object, of: str, at: str = "", *, empty_ok: bool = False
) -> Iterator[Finding]:
    """A list must be one, ordered, not empty, of the right things, none of them twice."""
    if isinstance(value, str):
        text = value.name if isinstance(value, QuantType) else repr(value)
        yield field, f"{text}{at} where a list belongs", f"Write a list: [{text}]."
    elif isinstance(value, (set, frozenset)):
        yield field, f"a set{at}, which has no order", "Write a list: its order is kept."
    elif not isinstance(value, (list, tuple)):
        yield field, f"{value!r}{at}, which is no list", "Write a list: [...]."
    elif not value and not empty_ok:
        yield field, f"an empty list{at}", "Write what exists, or remove the definition."
    else:
        items = cast("Sequence[object]", value)
        for index, item in enumerate(items):
            if of == "a QuantType" and not isinstance(item, QuantType):
                near = difflib.get_close_matches(str(item).upper(), list(QuantType.__members__), 1)
                names = near or list(QuantType.__members__)
                yield field, f"{item!r}{at}, which is no QuantType", f"Use {', '.join(names)}."
            elif of != "a QuantType" and not isinstance(item, str | None):
                yield field, f"{item!r}{at}, which is no string", _quoted(item)
            elif of == "a string" and not item:
                yield field, f"{item!r}{at}", "Write a template, or leave it out."
            elif item in items[:index]:
                yield field, f"{item!r} twice{at}", "Remove one of them."
            elif of != "a QuantType" and not item and not all(items[:index]):
                yield field, f"both None and ''{at}, which mean the same", "Keep None."


def _mappings(meta: ModelMeta) -> Iterator[Finding]:
    fields = {"quant_tags": (QuantType, str), "constants": (str, str)}
    for field, (key_type, value_type) in fields.items():
        mapping: object = getattr(meta, field)
        if not isinstance(mapping, Mapping):
            yield field, f"{mapping!r}, which is no dict", "Write a dict, or leave it out."
            continue
        for key, value in cast("Mapping[object, object]", mapping).items():
            if not isinstance(key, key_type) or not isinstance(value, value_type) or not value:
                yield field, f"{key!r}: {value!r}", f"Map a {key_type.__name__} to a string."
            elif field == "constants" and not is_constant_name(str(value)):
                cure = "Use capitals, digits and single underscores, a capital first."
                yield field, f"{value!r} is no constant name", cure
    for value in values_of(meta, "original"):
        if not isinstance(value, str | None) or value == "":
            yield "original", repr(value), "Write a template such as '{org}/{name}', or None."
    for value in values_of(meta, "name"):
        if not isinstance(value, str) or not value:
            yield "name", repr(value), "Write a template such as '{base_name}-{size}'."


def _templates(meta: ModelMeta) -> Iterator[Finding]:
    templates = [("name", str(t), NAME_FIELDS) for t in values_of(meta, "name")]
    templates += [("original", str(t), PATH_FIELDS) for t in values_of(meta, "original") if t]
    mirrors = cast("list[Sequence[str]]", values_of(meta, "mirrors"))
    templates += [("mirrors", t, PATH_FIELDS) for several in mirrors for t in several]
    for field, template, allowed in templates:
        try:
            used = template_fields(template)
        except ValueError as error:
            yield field, f"{template!r}: {error}", "Close every brace: '{base_name}-{size}'."
            continue
        for name, case in used:
            if name not in allowed:
                near = difflib.get_close_matches(name, sorted(allowed), 1) or sorted(allowed)
                cure = "Use " + ", ".join(f"{{{n}}}" for n in near) + "."
                yield field, f"{template!r} has the unknown field {{{name}}}", cure
            elif case not in CASES:
                yield field, f"{template!r} has the unknown form {case!r}", "Use upper or lower."
        if field != "name" and "/" not in template:
            yield field, f"{template!r} names no publisher", f"Write '{{org}}/{template}'."


def _leaves(value: object, at: str = "") -> Iterator[tuple[str, object]]:
    """A value, or the values of a dict and of the dicts in it, each with the keys leading to it."""
    if not isinstance(value, Mapping):
        yield f" for {at}" if at else "", value
        return
    for key, inner in cast("Mapping[object, object]", value).items():
        yield from _leaves(inner, f"{at}, {key!r}" if at else repr(key))


def values_of(meta: ModelMeta, field: str) -> list[object]:
    """Every value that a field holds which may be a dict."""
    return [value for _, value in _leaves(getattr(meta, field))]


def _per_axis(meta: ModelMeta) -> Iterator[Finding]:
    for field in _PER_AXIS:
        value: object = getattr(meta, field)
        if isinstance(value, Mapping):
            mapping = cast("Mapping[AxisKey, object]", value)
            yield from _keys(meta, field, mapping, complete=field not in _PARTIAL)


def _keys(
    meta: ModelMeta,
    field: str,
    mapping: Mapping[AxisKey, object],
    used: tuple[str, ...] = (),
    *,
    complete: bool,
) -> Iterator[Finding]:
    """The keys of a dict must name every size (or version, or tag) once, and no other; those of a
    dict within may leave some out."""
    keys = flat_keys(mapping)
    axis = axis_of(meta, keys, used)
    values = as_list(getattr(meta, axis))
    for key in dict.fromkeys(k for k in keys if keys.count(k) > 1):
        yield field, f"{key!r} twice", "Remove one of them."
    for value in values:
        if value not in keys and complete:
            cure = f"Add {value!r} to the dict, or take it out of {axis}."
            yield field, f"no entry for the {_AXES[axis]} {value!r}", cure
    for key in dict.fromkeys(keys):
        if key not in values:
            cure = f"Add {key!r} to {axis}, or take it out of the dict."
            yield field, f"an entry for {key!r}, which is no {_AXES[axis]} here", cure
    for inner in mapping.values():
        if isinstance(inner, Mapping):
            within = cast("Mapping[AxisKey, object]", inner)
            partial = field == "quant_types" or not complete
            yield from _keys(meta, field, within, (*used, axis), complete=not partial)


def _quoted(value: object) -> str:
    """The cure for a value that is no string."""
    if isinstance(value, float):
        return f'Write it as the repo name has it, in quotes: "{value}" (or "{value}0"?).'
    return f'Write it in quotes: "{value}".' if isinstance(value, int) else "Write a string."

"""Values of the wrong type in a definition: a mistake per field, with what to write."""

import difflib
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from types import NoneType
from typing import cast

from ..names.constant import is_constant_name
from ..names.repo_id import is_owner
from ..names.size import NAMED
from ..schema import AXES, BUILT_IN, INHERITED, NONE, ModelMeta, Quant, Row
from .facts import FACTS, Mistake, is_list, is_mapping, shown, wrong_fact, wrong_modality

_PARTS = ("model_sizes", "instruct_tags", "sizes", "tags", "versions")
"""Lists of parts of a name: text or None."""
_QUANTS = ("quant_types", "quants", "upstream_quants")
_TEXTS = ("mirrors", "former", "spelled")
_REVISION = re.compile(r"(?![-/])(?!.*\.\.)[^\s~^:?*\[\\\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,200}")
"""What git takes as the name of a branch or tag, or as a commit."""
_MAPPINGS = ("quant_tags", "constants", "revisions")
_TEMPLATES = {
    "name": "Write a template such as '{base_name}-{size}'.",
    "original": "Write a template such as '{org}/{name}', or None.",
}
_REQUIRED = ("org", "base_name")


def wrong_types(record: ModelMeta | Row) -> Iterator[Mistake]:
    """Every value of a definition or row that its field cannot hold."""
    for field in (f.name for f in fields(record)):
        value: object = getattr(record, field)
        if is_mapping(value) and field not in _MAPPINGS:
            yield field, "a dict", _rows_cure(record, field, value)
        elif field in _CHECKS and value is not INHERITED:
            yield from _CHECKS[field](field, value)


def _text(field: str, value: object) -> Iterator[Mistake]:
    is_required = field in _REQUIRED
    if field == "org" and value == "":
        yield field, "missing", 'Add org="...", or ORG = "..." for all definitions of the file.'
    elif value is ...:  # the loader puts it where a required field is missing
        yield field, "missing", f'Add {field}="..."; it is always needed.'
    elif is_list(value) and field == "model_version":
        versions = _written(value)
        yield field, f"{versions}, a list", f"Write rows=[Row(versions={versions}, quants=[...])]."
    elif type(value) is not str:
        if value is not None or is_required:
            yield field, f"{shown(value)}, not a string", _quoted(value)
    elif not value.strip() and field != "summary":
        yield field, "an empty string", "Write its name." if is_required else "Leave the field out."
    elif field in ("org", "uploader") and not is_owner(value):
        cure = 'Write the name of a user or an organization on the Hub: "meta-llama".'
        yield field, f"{shown(value)} is not a namespace", cure


def _template(field: str, value: object) -> Iterator[Mistake]:
    is_absent = field == "original" and value is None
    if not is_absent and (type(value) is not str or not value):
        yield field, shown(value), _TEMPLATES[field]


def _flag(field: str, value: object) -> Iterator[Mistake]:
    if not isinstance(value, bool):
        yield field, shown(value), "Write True or False."


def _modality(field: str, value: object) -> Iterator[Mistake]:
    if wrong := wrong_modality(value):
        yield field, *wrong


def _rows(field: str, rows: object) -> Iterator[Mistake]:
    if not is_list(rows):
        yield field, f"{shown(rows)}, not a list", "Write rows=[Row(...), ...]."
        return
    if isinstance(rows, list) and not rows:
        yield field, "an empty list", "Write a row for what exists, or originals_only=True."
    for row in rows:
        if not isinstance(row, Row):
            yield field, f"{shown(row)}, not a Row", "Write Row(sizes=[...], quants=[...])."


def _list(field: str, value: object) -> Iterator[Mistake]:
    """Report what is no list, has no order, is empty, or has wrong or repeated items."""
    if isinstance(value, (str, Quant)):
        yield field, f"{value!r} instead of a list", f"Write a list: [{value!r}]."
    elif isinstance(value, (set, frozenset)):
        yield field, "a set, which has no order", "Write a list: its order is kept."
    elif value is None and field in _QUANTS:
        cure = "Write originals_only=True if only the publisher's repos exist."
        yield field, "None, not a list", cure
    elif not is_list(value):
        yield field, f"{shown(value)}, not a list", "Write a list: [...]."
    elif not value and (field in _PARTS or (field in _QUANTS[:2] and isinstance(value, list))):
        yield field, "an empty list", "Write what exists, or remove it."
    else:
        yield from _items(field, value)


def _items(field: str, items: Sequence[object]) -> Iterator[Mistake]:
    seen: set[object] = set()
    for item in items:
        if field in _QUANTS and not isinstance(item, Quant):
            yield field, f"{shown(item)}, not a quantization", _quant_cure(item)
        elif field not in _QUANTS and not (type(item) is str or (item is None and field in _PARTS)):
            yield field, f"{shown(item)}, not a string", _quoted(item)
        elif field in _TEXTS and not item:
            yield field, repr(item), "Write a template, or leave it out."
        elif item in seen:
            yield field, f"{item!r} twice", "Remove one of them."
        elif field in _PARTS and not item and seen & {None, ""}:
            yield field, "both None and '', which mean the same", "Keep None."
        if isinstance(item, (str, Quant, NoneType)):
            seen.add(item)


def _quant_cure(item: object) -> str:
    """The quantization that a wrong item may mean: by tag, else by likeness; or how to add one."""
    text = str(item)
    same_tag = [q.name for q in BUILT_IN if text.casefold() in [tag.casefold() for tag in q.tags]]
    near = same_tag or difflib.get_close_matches(text.upper(), [q.name for q in BUILT_IN], 1)
    name = re.sub(r"[^A-Z0-9]+", "_", text.upper()).strip("_")
    if near or type(item) is not str or not name[:1].isalpha():
        name, text = "NAME", "tag"
    use = ", ".join(near) if near else "a quantization of hubenum.schema"
    own = f'{name} = Quant("{name}", {json.dumps(text)}, "what it is: what runs it")'
    return f"Use {use}, or declare your own: {own}."


def _mapping(field: str, mapping: object) -> Iterator[Mistake]:
    """Report what is no dict, and keys and values that the field cannot hold."""
    if not is_mapping(mapping):
        yield field, f"{shown(mapping)}, not a dict", "Write a dict, or leave it out."
        return
    check = _revision if field == "revisions" else _tag_or_constant
    for key, value in mapping.items():
        yield from check(field, key, value)


def _tag_or_constant(field: str, key: object, value: object) -> Iterator[Mistake]:
    key_type = Quant if field == "quant_tags" else str
    if not isinstance(key, key_type) or type(value) is not str or not value:
        yield field, f"{key!r}: {value!r}", f"Map a {key_type.__name__} to a string."
    elif key == NONE:
        cure = "Use the quantization that the tag stands for; NONE has no tag."
        yield field, f"NONE with the tag {value!r}, but NONE means not quantized", cure
    elif field == "constants" and not is_constant_name(value):
        cure = "Use capitals, digits and single underscores, a capital first."
        yield field, f"{value!r} is not a constant name", cure


def _revision(field: str, key: object, value: object) -> Iterator[Mistake]:
    items = list(value) if is_list(value) else [value]
    are_names = all(type(item) is str and _REVISION.fullmatch(item) for item in items)
    if not isinstance(key, str) or not items or not are_names:
        cure = 'Map a repo id to a revision, or to a list of branches: ["4.0bpw", "6.0bpw"].'
        yield field, f"{shown(key)}: {shown(value)}", cure
    elif len({*items}) < len(items):
        yield field, f"{key}: a branch twice", "Remove one of them."


def _rows_cure(record: ModelMeta | Row, field: str, mapping: Mapping[object, object]) -> str:
    """The row that replaces the first entry of a dict, which fields took in an earlier version."""
    axes: dict[str, str] = {}
    value: object = ...
    rest: Mapping[object, object] | None = mapping
    while rest and len(axes) < len(AXES):
        key, value = next(iter(rest.items()))
        keys = list(cast("tuple[object, ...]", key)) if isinstance(key, tuple) else [key]
        axes[_axis(record, keys, axes)] = _written(keys)
        rest = value if is_mapping(value) else None
    shown = "[...]" if value is ... or rest is not None else _written(value)
    if field in ("model_version", *_TEXTS) and not is_list(value):
        shown = f"[{shown}]"
    quants: object = getattr(record, "quant_types", ())
    row = axes or {"sizes": "[...]"}
    if field in _QUANTS[:2]:
        row |= {"originals_only": "True"} if value is None else {"quants": shown}
    else:
        row |= {"versions": shown} if field == "model_version" else {}
        row["quants"] = _written(quants) if is_list(quants) and quants else "[...]"
        row |= {} if field == "model_version" else {field: shown}
    written = ", ".join(f"{name}={text}" for name, text in row.items())
    instead = "" if field in _QUANTS[:2] else " instead of quant_types"
    return f"Write rows{instead}, one for each entry: rows=[Row({written}), ...]."


def _axis(record: ModelMeta | Row, keys: Sequence[object], taken: Collection[str]) -> str:
    """The field of a row that the keys of a dict belong in: by the values of the definition, else
    by their form."""
    axes = [axis for axis in reversed(AXES) if axis.in_row not in taken]
    for axis in axes:
        stated: object = getattr(record, axis.in_meta, ())
        if is_list(stated) and all(key in stated for key in keys):
            return axis.in_row
    texts = [key for key in keys if type(key) is str]
    form = "tags"
    if texts and all(re.fullmatch(r"[vV]?\d+(?:[._]\d+)*", text) for text in texts):
        form = "versions"
    elif any(text[:1].isdigit() or text.casefold() in NAMED for text in texts):
        form = "sizes"
    return form if form not in taken else axes[0].in_row if axes else "tags"


def _written(value: object) -> str:
    """A value as a definition writes it."""
    if is_list(value):
        return f"[{', '.join(map(_written, value))}]"
    return json.dumps(value, ensure_ascii=False) if type(value) is str else repr(value)


def _quoted(value: object) -> str:
    """The cure for a value that is not a string."""
    if isinstance(value, Quant):
        return f'Write the text in quotes: "{value.tag}".'
    if isinstance(value, float):
        return f'Write it as the repo name has it, in quotes: "{value}" (or "{value}0"?).'
    return f'Write it in quotes: "{value}".' if isinstance(value, int) else "Write a string."


_CHECKS: Mapping[str, Callable[[str, object], Iterator[Mistake]]] = {
    **dict.fromkeys((*_REQUIRED, "model_version", "modifier", "uploader", "summary"), _text),
    **dict.fromkeys(_TEMPLATES, _template),
    **dict.fromkeys((*_PARTS, *_QUANTS, *_TEXTS), _list),
    **dict.fromkeys(_MAPPINGS, _mapping),
    **dict.fromkeys(FACTS, wrong_fact),
    "modality": _modality,
    "originals_only": _flag,
    "rows": _rows,
}
"""How the value of each field is checked."""

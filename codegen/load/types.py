"""Values of the wrong type in a definition: a mistake per field, with what to write."""

import difflib
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from types import NoneType
from typing import cast

from ..names.constant import is_constant_name
from ..names.size import NAMED
from ..schema import AXES, BUILT_IN, INHERITED, NONE, ModelMeta, Quant, Row
from .facts import Mistake, shown, wrong_facts

_PARTS = ("model_sizes", "instruct_tags", "sizes", "tags", "versions")
"""Lists of parts of a name: text or None."""
_QUANTS = ("quant_types", "quants", "upstream_quants")
_TEXTS = ("mirrors", "former", "spelled")
_MAPPINGS = ("quant_tags", "constants", "revisions")


def wrong_types(record: ModelMeta | Row) -> Iterator[Mistake]:
    """Every value of a definition or row that its field cannot hold."""
    dicts: set[str] = set()
    for field in (f.name for f in fields(record) if f.name not in _MAPPINGS):
        value: object = getattr(record, field)
        if isinstance(value, Mapping):
            dicts.add(field)
            yield field, "a dict", _rows_cure(record, field, cast("Mapping[object, object]", value))
    of_record = _of_meta(record) if isinstance(record, ModelMeta) else _of_row(record)
    yield from (mistake for mistake in of_record if mistake[0] not in dicts)
    for field in (*_PARTS, *_QUANTS, *_TEXTS):
        value = getattr(record, field, INHERITED)
        if value is not INHERITED and field not in dicts:
            yield from _list(field, value)


def _of_meta(meta: ModelMeta) -> Iterator[Mistake]:
    if meta.org == "":
        cure = 'Add org="...", or ORG = "..." for all definitions of the file.'
        yield "org", "missing", cure
    else:
        yield from _text("org", meta.org, required=True)
    yield from _text("base_name", meta.base_name, required=True)
    for field in ("model_version", "modifier", "uploader", "summary"):
        yield from _text(field, getattr(meta, field), required=False)
    yield from _template_text("name", meta.name)
    yield from _template_text("original", meta.original)
    yield from _flag("originals_only", meta.originals_only)
    yield from wrong_facts(meta)
    yield from _row_list(meta.rows)
    yield from _mappings(meta)
    yield from _revisions(meta.revisions)


def _of_row(row: Row) -> Iterator[Mistake]:
    if row.name is not INHERITED:
        yield from _template_text("name", row.name)
    if row.original is not INHERITED:
        yield from _template_text("original", row.original)
    yield from _flag("originals_only", row.originals_only)
    yield from wrong_facts(row)


def _text(field: str, value: object, *, required: bool) -> Iterator[Mistake]:
    if value is ...:  # the loader puts it where a required field is missing
        yield field, "missing", f'Add {field}="..."; it is always needed.'
    elif _is_list(value) and field == "model_version":
        versions = _written(cast("Sequence[object]", value))
        yield field, f"{versions}, a list", f"Write rows=[Row(versions={versions}, quants=[...])]."
    elif type(value) is str:
        if not value.strip() and field != "summary":
            yield field, "an empty string", (
                "Write its name." if required else "Leave the field out."
            )
    elif value is not None or required:
        yield field, f"{shown(value)}, not a string", _quoted(value)


def _template_text(field: str, value: object) -> Iterator[Mistake]:
    if field == "original" and (value == "" or not (value is None or type(value) is str)):
        yield field, shown(value), "Write a template such as '{org}/{name}', or None."
    elif field == "name" and (not value or type(value) is not str):
        yield field, shown(value), "Write a template such as '{base_name}-{size}'."


def _flag(field: str, value: object) -> Iterator[Mistake]:
    if not isinstance(value, bool):
        yield field, shown(value), "Write True or False."


def _row_list(rows: object) -> Iterator[Mistake]:
    if not _is_list(rows):
        yield "rows", f"{shown(rows)}, not a list", "Write rows=[Row(...), ...]."
        return
    if isinstance(rows, list) and not rows:
        yield "rows", "an empty list", "Write a row for what exists, or originals_only=True."
    for row in cast("Sequence[object]", rows):
        if not isinstance(row, Row):
            yield "rows", f"{shown(row)}, not a Row", "Write Row(sizes=[...], quants=[...])."


def _list(field: str, value: object) -> Iterator[Mistake]:
    """A list must be one, ordered, not empty, of the right things, none of them twice."""
    if isinstance(value, (str, Quant)):
        yield field, f"{value!r} instead of a list", f"Write a list: [{value!r}]."
    elif isinstance(value, (set, frozenset)):
        yield field, "a set, which has no order", "Write a list: its order is kept."
    elif value is None and field in _QUANTS:
        cure = "Write originals_only=True if only the publisher's repos exist."
        yield field, "None, not a list", cure
    elif not isinstance(value, (list, tuple)):
        yield field, f"{shown(value)}, not a list", "Write a list: [...]."
    elif not value and (field in _PARTS or (field in _QUANTS[:2] and isinstance(value, list))):
        yield field, "an empty list", "Write what exists, or remove it."
    else:
        yield from _items(field, cast("Sequence[object]", value))


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


def _mappings(meta: ModelMeta) -> Iterator[Mistake]:
    key_types = {"quant_tags": Quant, "constants": str}
    for field, key_type in key_types.items():
        mapping: object = getattr(meta, field)
        if not isinstance(mapping, Mapping):
            yield field, f"{shown(mapping)}, not a dict", "Write a dict, or leave it out."
            continue
        for key, value in cast("Mapping[object, object]", mapping).items():
            if not isinstance(key, key_type) or type(value) is not str or not value:
                yield field, f"{key!r}: {value!r}", f"Map a {key_type.__name__} to a string."
            elif key == NONE:
                cure = "Use the quantization that the tag stands for; NONE has no tag."
                yield field, f"NONE with the tag {value!r}, but NONE means not quantized", cure
            elif field == "constants" and not is_constant_name(str(value)):
                cure = "Use capitals, digits and single underscores, a capital first."
                yield field, f"{value!r} is not a constant name", cure


def _revisions(mapping: object) -> Iterator[Mistake]:
    if not isinstance(mapping, Mapping):
        yield "revisions", f"{shown(mapping)}, not a dict", "Write a dict, or leave it out."
        return
    cure = 'Map a repo id to a revision, or to a list of branches: ["4.0bpw", "6.0bpw"].'
    for key, value in cast("Mapping[object, object]", mapping).items():
        items = list(cast("Sequence[object]", value)) if _is_list(value) else [value]
        are_texts = all(type(item) is str and item.strip() for item in items)
        if not isinstance(key, str) or not items or not are_texts:
            yield "revisions", f"{shown(key)}: {shown(value)}", cure
        elif len({*items}) < len(items):
            yield "revisions", f"{key}: a branch twice", "Remove one of them."


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


def _rows_cure(record: ModelMeta | Row, field: str, mapping: Mapping[object, object]) -> str:
    """The row to write instead of the first entry of a dict, the form that fields had before."""
    axes: dict[str, str] = {}
    keys_by_depth, value = _first_entry(mapping)
    for keys in keys_by_depth:
        axes[_axis(record, keys, axes)] = _written(keys)
    shown = "[...]" if value is ... else _written(value)
    if field in ("model_version", *_TEXTS) and not _is_list(value):
        shown = f"[{shown}]"
    quants: object = getattr(record, "quant_types", ())
    row = axes or {"sizes": "[...]"}
    if field in _QUANTS[:2]:
        row |= {"originals_only": "True"} if value is None else {"quants": shown}
    else:
        row |= {"versions": shown} if field == "model_version" else {}
        row["quants"] = _written(quants) if _is_list(quants) and quants else "[...]"
        row |= {} if field == "model_version" else {field: shown}
    written = ", ".join(f"{name}={text}" for name, text in row.items())
    instead = "" if field in _QUANTS[:2] else " instead of quant_types"
    return f"Write rows{instead}, one for each entry: rows=[Row({written}), ...]."


_AXES = 3
"""How deep dicts were nested: by size, version and tag."""


def _first_entry(mapping: Mapping[object, object]) -> tuple[list[list[object]], object]:
    """The keys at each depth of nested dicts down to the first value, and that value; `...` for an
    empty dict."""
    keys: list[list[object]] = []
    value = cast("object", mapping)
    while isinstance(value, Mapping):
        if len(keys) == _AXES:  # deeper than any definition was, or without an end
            return keys, ...
        entry = next(iter(cast("Mapping[object, object]", value).items()), None)
        if entry is None:
            return keys, ...
        key, value = entry
        keys.append(list(cast("tuple[object, ...]", key)) if isinstance(key, tuple) else [key])
    return keys, value


def _axis(record: ModelMeta | Row, keys: Sequence[object], taken: Collection[str]) -> str:
    """The field of a row for the keys of a dict: by the values of the definition, else by form."""
    axes = [axis for axis in reversed(AXES) if axis.in_row not in taken]
    for axis in axes:
        stated: object = getattr(record, axis.in_meta, ())
        if _is_list(stated) and all(key in cast("Sequence[object]", stated) for key in keys):
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
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_written, cast('Sequence[object]', value)))}]"
    return json.dumps(value, ensure_ascii=False) if type(value) is str else repr(value)


def _quoted(value: object) -> str:
    """The cure for a value that is not a string."""
    if isinstance(value, Quant):
        return f'Write the text in quotes: "{value.tag}".'
    if isinstance(value, float):
        return f'Write it as the repo name has it, in quotes: "{value}" (or "{value}0"?).'
    return f'Write it in quotes: "{value}".' if isinstance(value, int) else "Write a string."

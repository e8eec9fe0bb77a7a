"""Why a search finds nothing."""

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

from .words import counted, either

# Filters by text -> what their attribute is called.
_TEXTS = {
    "org": "namespace",
    "base_name": "base name",
    "line": "line",
    "version": "version",
    "size": "size",
    "instruct_tag": "instruct tag",
    "license": "license",
}
# Filters by what a lock records -> the attribute, and what to say where there is no lock.
_RECORDED = {
    "license": ("license", "no license is known"),
    "is_gated": ("is_gated", "which repos are gated is not known"),
    "min_context": ("context_length", "no context length is known"),
}


def why_nothing(package: ModuleType, given: Mapping[str, Any]) -> str:
    """What to add to "Nothing found": the filters that no model passes, the words that match no
    model and the closest ids, or how many models match without the filters."""
    text = given.get("text", "")
    parts = [part for name in given if (part := _of_filter(package, name, given[name]))]
    without = len(package.search_models(text=text)) if text else 0
    if without:
        parts = parts or [f"{counted(without, 'model')} without the filters"]
    else:
        parts += _of_words(package, text)
    return f"; {'; '.join(parts)}" if parts else ""


def _of_filter(package: ModuleType, name: str, wanted: object) -> str:
    """Why no model passes a filter, "" if that is not certain."""
    if name in _RECORDED:
        attribute, reason = _RECORDED[name]
        if all(getattr(model, attribute) is None for model in package.Models):
            return f"{reason}: run `hubenum verify --record`"
    if name not in _TEXTS or not wanted or package.search_models(**{name: wanted}):
        return ""
    from difflib import get_close_matches

    text = str(wanted).casefold()
    values = {str(getattr(model, name)) for model in package.Models}
    known = {value.casefold(): value for value in sorted(values)}
    is_text = not text[0].isdecimal()  # a number that looks alike is another number
    near = [known[key] for key in get_close_matches(text, known, 3, 0.6)] if is_text else []
    return f"no model has the {_TEXTS[name]} {wanted!r}{_meant(near)}"


def _of_words(package: ModuleType, text: str) -> list[str]:
    nearby = import_module(f"{package.__name__}._nearest")
    names = import_module(f"{package.__name__}._names").names()
    parts = [
        f"no model matches {word!r}{_meant(nearby.near_words(word, names))}"
        for word in nearby.unknown_words(text, names)
    ]
    if not parts and len(text.split()) > 1:
        parts = ["no model matches all of these words"]
    closest = [name.path for name in nearby.nearest(text, names)]
    return [*parts, f"closest: {', '.join(closest)}"] if closest else parts


def _meant(words: list[str]) -> str:
    return f" (did you mean {either(words)}?)" if words else ""

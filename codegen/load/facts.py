"""Check the facts that a definition or row states about its models."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeGuard

from ..names.size import read_count, read_size
from ..schema import MODALITIES, Modality, ModelMeta, Row

Mistake = tuple[str, str, str]
"""Field, what is wrong, what to write."""


def wrong_fact(field: str, value: object) -> Iterator[Mistake]:
    """Report a fact that its field cannot hold. None is always possible."""
    may_hold, cure = _FACTS[field]
    if value is not None and not may_hold(value):
        yield field, shown(value), cure


def contradiction(record: ModelMeta | Row) -> Iterator[Mistake]:
    """Report a modality that contradicts is_multimodal."""
    modality = record.modality
    known = modality if isinstance(modality, Modality) else MODALITIES.get(str(modality))
    if record.is_multimodal is False and known is not None and known.is_multimodal:
        text = f"False, but the modality is {str(modality)!r}"
        yield "is_multimodal", text, "Leave one of the two out."


def wrong_modality(value: object) -> tuple[str, str] | None:
    """What is wrong with a modality, and what to write; None if nothing is."""
    if value is None or isinstance(value, Modality) or (type(value) is str and value in MODALITIES):
        return None
    add = 'declare your own: OCR = Modality("ocr", is_multimodal=True)'
    return shown(value), f"Use one of: {', '.join(MODALITIES)}; or {add}."


def shown(value: object) -> str:
    """A value for a message, shortened, since it may be anything."""
    if isinstance(value, (ModelMeta, Row)):
        return f"a {type(value).__name__}"
    try:
        text = repr(value)
    except Exception:
        text = f"a value of type {type(value).__name__}"
    return text if len(text) <= 100 else f"{text[:97]}..."


def is_list(value: object) -> TypeGuard[Sequence[object]]:
    """Whether a value is a list or a tuple."""
    return isinstance(value, (list, tuple))


def is_mapping(value: object) -> TypeGuard[Mapping[object, object]]:
    """Whether a value is a dict or the like."""
    return isinstance(value, Mapping)


def _is_count(value: object) -> bool:
    try:
        return type(value) is str and read_count(value) > 0
    except ValueError:
        return False


_FACTS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "license": (
        lambda value: type(value) is str and bool(value.strip()) and value.isprintable(),
        'Write it as the Hub names it: "apache-2.0".',
    ),
    "context_length": (
        lambda value: type(value) is int and 0 < value < 10**12,
        "Write the number of tokens: 131072.",
    ),
    "parameters": (
        lambda value: type(value) is str and read_size(value).total is not None,
        'Write it as in a size: "21B", or "21B-A3B" with the active ones.',
    ),
    "active_parameters": (_is_count, 'Write it as in a size: "3.6B".'),
    "untagged": (
        lambda value: value in ("base", "chat"),
        'Write "base" or "chat", or leave it out.',
    ),
    "is_multimodal": (lambda value: isinstance(value, bool), "Write True or False."),
}
"""By field: whether it can hold a value, and the cure if not."""

FACTS = tuple(_FACTS)

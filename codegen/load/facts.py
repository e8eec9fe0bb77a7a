"""Check the facts that a definition or row states about its models."""

from collections.abc import Iterator

from ..names.size import read_count, read_size
from ..schema import INHERITED, MODALITIES, Modality, ModelMeta, Row

Mistake = tuple[str, str, str]
"""Field, what is wrong, what to write."""

_CURES = {
    "license": 'Write it as the Hub names it: "apache-2.0".',
    "context_length": "Write the number of tokens: 131072.",
    "parameters": 'Write it as in a size: "21B", or "21B-A3B" with the active ones.',
    "active_parameters": 'Write it as in a size: "3.6B".',
    "untagged": 'Write "base" or "chat", or leave it out.',
    "is_multimodal": "Write True or False.",
}


def wrong_facts(record: ModelMeta | Row) -> Iterator[Mistake]:
    """Every stated fact that its field cannot hold, and a modality at odds with is_multimodal."""
    for field, cure in _CURES.items():
        value: object = getattr(record, field, None)
        if value is not None and value is not INHERITED and not _may_hold(field, value):
            yield field, shown(value), cure
    wrong = None if record.modality is INHERITED else wrong_modality(record.modality)
    if wrong:
        yield "modality", *wrong
    elif record.is_multimodal is False and _is_beyond_text(record.modality):
        text = f"False, but the modality is {str(record.modality)!r}"
        yield "is_multimodal", text, "Leave one of the two out."


def wrong_modality(value: object) -> tuple[str, str] | None:
    """What is wrong with a modality, and what to write; None if nothing is."""
    if value is None or isinstance(value, Modality) or (type(value) is str and value in MODALITIES):
        return None
    add = 'declare your own: OCR = Modality("ocr", is_multimodal=True)'
    return shown(value), f"Use one of: {', '.join(MODALITIES)}; or {add}."


def shown(value: object) -> str:
    """A value for a message, bounded: it may be anything."""
    if isinstance(value, (ModelMeta, Row)):
        return f"a {type(value).__name__}"
    try:
        text = repr(value)
    except Exception:
        text = f"a {type(value).__name__}"
    return text if len(text) <= 100 else f"{text[:97]}..."


def _may_hold(field: str, value: object) -> bool:
    match field:
        case "license":
            return type(value) is str and bool(value.strip())
        case "context_length":
            return type(value) is int and value > 0
        case "is_multimodal":
            return isinstance(value, bool)
        case "untagged":
            return value in ("base", "chat")
        case "parameters":
            return type(value) is str and read_size(value).total is not None
        case _:
            return type(value) is str and _is_count(value)


def _is_count(text: str) -> bool:
    try:
        return read_count(text) > 0
    except ValueError:
        return False


def _is_beyond_text(modality: object) -> bool:
    known = modality if isinstance(modality, Modality) else MODALITIES.get(str(modality))
    return known is not None and known.is_multimodal

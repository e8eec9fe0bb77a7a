"""Filter models by their attributes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from fnmatch import fnmatchcase
from math import inf, nan
from numbers import Real
from re import fullmatch, sub
from typing import Annotated, Any, Literal, Union

from ._metadata import ROWS
from ._names import ranked
from .models import Family, Models, QuantType

_MODALITIES = tuple(sorted({row["modality"] for row in ROWS.values() if "modality" in row}))
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .models import Modality, QuantName

    Size = str | float
    Texts = str | Iterable[str]
    FamilyLike = Family | str
    QuantLikes = QuantType | QuantName | Iterable[QuantType | QuantName]
else:

    class _Or:
        """Tells pydantic which types an argument has besides the one for typer."""

        def __init__(self, kind):
            self.kind = kind

        def __get_pydantic_core_schema__(self, source, handler):
            return handler(Union[source, self.kind])  # noqa: UP007

    Modality = Literal[_MODALITIES]
    Size = Annotated[str, _Or(float)]
    Texts = Annotated[list[str], _Or(str)]
    FamilyLike = Family
    QuantLikes = Annotated[list[QuantType], _Or(QuantType)]


def search_models(
    *,
    text: str | None = None,
    org: str | None = None,
    base_name: str | None = None,
    line: str | None = None,
    version: str | None = None,
    size: Size | None = None,
    quant_types: QuantLikes | None = None,
    search_pattern: Texts | None = None,
    exclude: Texts | None = (),
    family: FamilyLike | None = None,
    instruct_tag: str | None = None,
    is_multimodal: bool | None = None,
    modality: Modality | None = None,
    min_parameters: Size | None = None,
    max_parameters: Size | None = None,
    license: str | None = None,
    is_gated: bool | None = None,
    min_context: int | None = None,
    by_parameters: bool = False,
) -> list[Models]:
    """Return the models that pass every filter, in the order of `Models`.

    With `text`, the best match comes first. Other strings must equal the attribute, in any letter
    case; "" means models without a value. Models are left out if the value that a filter needs is
    unknown.

    Args:
        text: words of the id or the constant, or pasted text: "llama 3.1 8b", "gemma3:27b".
        org: the namespace: "unsloth".
        base_name: the name without version and size: "Llama".
        line: the line within the family: "Qwen2.5-VL".
        version: the version: "3.1".
        size: the size; a bare number means billions, so 1, "1" and "1B" are the same.
        quant_types: a quantization, or several to choose from: `QuantType.BNB` or "BNB".
        search_pattern: a wildcard for the id or the repo name, or several to choose from, in any
            letter case: `"*-Instruct*"`.
        exclude: a wildcard for models to leave out, or several.
        family: the family: `Family.GPT_OSS` or "gpt-oss".
        instruct_tag: the instruct tag: "Instruct".
        is_multimodal: whether the model takes or produces more than text.
        modality: what the model is for: "vision".
        min_parameters: the smallest number of parameters: "7B" or 7e9. With a lock, the number of
            parameters is exact, so an "8B" may have 8.03e9.
        max_parameters: the largest number of parameters: "9B" or 9e9.
        license: the license as the Hub names it: "apache-2.0".
        is_gated: whether a download needs an agreement or an approval.
        min_context: the smallest context length in tokens.
        by_parameters: whether to sort by number of parameters, smallest first, unknown last.

    Raises:
        ValueError: for an unknown family, quantization or modality, or a malformed number.
        TypeError: for a filter of the wrong type.
    """
    texts = {
        "base_name": base_name,
        "line": line,
        "version": version,
        "instruct_tag": instruct_tag,
        "modality": _modality(modality),
        "license": license,
        "size": None if size is None else _size(size),
    }
    if text is not None:
        _text("text", text)
    tests = [_has(field, wanted) for field, wanted in texts.items() if wanted is not None]
    if org is not None:
        namespace = _text("org", org)
        tests.append(lambda model: model.org.casefold() == namespace)
    if family is not None:
        family_name = Family(family).name
        tests.append(lambda model: ROWS[model.name]["family"] == family_name)
    if quant_types is not None:
        quants = {QuantType(quant).name for quant in _several(quant_types)}
        tests.append(lambda model: ROWS[model.name]["quant_type"] in quants)
    if is_multimodal is not None:
        multimodal = _flag("is_multimodal", is_multimodal)
        tests.append(lambda model: model.is_multimodal is multimodal)
    if is_gated is not None:
        gated = _flag("is_gated", is_gated)
        tests.append(lambda model: model.is_gated is gated)
    if min_context is not None:
        tokens = _tokens(min_context)
        tests.append(lambda model: ROWS[model.name].get("context_length", 0) >= tokens)
    if min_parameters is not None or max_parameters is not None:
        low = _number("min_parameters", min_parameters, -inf)
        high = _number("max_parameters", max_parameters, inf)
        if low > high:
            raise ValueError(f"min_parameters={min_parameters!r} is above {max_parameters!r}")
        tests.append(lambda model: low <= ROWS[model.name].get("parameters", nan) <= high)
    if search_pattern is not None:
        tests.append(_matcher("search_pattern", search_pattern))
    unwanted = _matcher("exclude", () if exclude is None else exclude)
    candidates = Models if text is None else ranked(text)
    models = [m for m in candidates if all(test(m) for test in tests) and not unwanted(m)]
    if by_parameters:
        models.sort(key=lambda model: ROWS[model.name].get("parameters", inf))
    return models


def _has(field: str, text: str) -> Callable[[Models], bool]:
    """A test whether a field of a model equals this text; "" means that it has no value."""
    wanted = {_text(field, text)}
    if field == "version":
        wanted.add(sub(r"^v(?=\d)", "", text.casefold()))
    return lambda model: str(ROWS[model.name].get(field, "")).casefold() in wanted


def _text(field: str, text: object) -> str:
    """The text in lower case. Raises TypeError, with a fix, if it is not a str."""
    if isinstance(text, str):
        return text.casefold()
    if _is_number(text):
        raise TypeError(f"{field} takes text: write {field}={str(text)!r}, not {text!r}")
    raise TypeError(f"{field} takes text, not {text!r}")


def _flag(field: str, value: object) -> bool:
    if value not in (True, False):
        raise TypeError(f"{field} takes True or False, not {value!r}")
    return bool(value)


def _modality(modality: str | None) -> str | None:
    if modality and _text("modality", modality) not in _MODALITIES:
        near = get_close_matches(modality.casefold(), _MODALITIES, n=1)
        hint = f"; closest: {near[0]!r}" if near else ""
        there = ", ".join(map(repr, _MODALITIES))
        raise ValueError(f"{modality!r} is not a modality{hint}; there are: {there}")
    return modality


def _size(size: str | float) -> str:
    """The size in lower case: "1b" for 1, "1", "1B" and 1e9. Raises ValueError if it is neither a
    number nor the size of a model."""
    text = size if isinstance(size, str) else _billions(size)
    text = "".join(text.casefold().split())
    if fullmatch(r"\d+(\.\d+)?", text):
        return f"{text}b"
    known = {row["size"].casefold() for row in ROWS.values() if "size" in row}
    if text in known or not text or fullmatch(r"\d+(\.\d+)?[kmbt]", text):
        return text
    near = get_close_matches(text, sorted(known), n=3)
    hint = f"; closest: {', '.join(map(repr, near))}" if near else ""
    raise ValueError(f'size={size!r} is not a size{hint}; write "8B", "350M" or 8')


def _billions(size: Any) -> str:
    """A number of billions, or of parameters, as text: "8", "350m"."""
    if not _is_number(size) or size < 0:
        raise TypeError(f'size takes text or a number, not {size!r}; write "8B" or 8')
    if size < 10**6:
        return f"{size:g}"
    return f"{size / 10**9:g}" if size >= 10**9 else f"{size / 10**6:g}m"


def _is_number(value: Any) -> bool:
    return value is not True and value is not False and isinstance(value, Real)


def _number(field: str, bound: str | float | None, default: float) -> float:
    """A number of parameters: 7e9 for "7B"."""
    if bound is None:
        return default
    if isinstance(bound, str) and fullmatch(r"\d+(\.\d+)?e\d+|\d{7,}", bound.strip().lower()):
        number = float(bound)
    elif isinstance(bound, str):
        match = fullmatch(r"(\d+(?:\.\d+)?)\s*([KMBT])", bound.strip().upper())
        number = float(match[1]) * _UNITS[match[2]] if match else nan
    else:
        number = bound if _is_number(bound) else nan
    if number == 0 or abs(number) >= 10**6:
        return number
    raise ValueError(f'{field}={bound!r} is not a number of parameters; write "8B", "350M" or 8e9')


def _tokens(bound: object) -> int:
    """A number of tokens, at least 1, because 0 stands for an unknown context."""
    if isinstance(bound, int) and not isinstance(bound, bool) and bound > 0:
        return bound
    raise ValueError(f"min_context={bound!r} is not a number of tokens; write 32_000")


def _several(one_or_more: Any) -> Iterable[Any]:
    is_one = isinstance(one_or_more, str | bytes) or not hasattr(one_or_more, "__iter__")
    return (one_or_more,) if is_one else one_or_more


def _matcher(field: str, patterns: Texts) -> Callable[[Models], bool]:
    """A test whether one of the wildcards matches an id or its repo name, in any letter case."""
    wanted = [_text(field, pattern) for pattern in _several(patterns)]

    def fits(model: Models) -> bool:
        path = model.casefold()
        names = (path, path.partition("/")[2])
        return any(fnmatchcase(name, pattern) for pattern in wanted for name in names)

    return fits

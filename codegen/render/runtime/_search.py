"""Models by what is known of them."""

from __future__ import annotations

from fnmatch import fnmatchcase
from math import inf, nan

from ._metadata import ROWS
from .models import Family, Models, QuantType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def search_models(
    org: str | None = None,
    base_name: str | None = None,
    version: str | None = None,
    size: str | float | None = None,
    quant_types: QuantType | Iterable[QuantType] | None = None,
    search_pattern: str | Iterable[str] | None = None,
    *,
    exclude: str | Iterable[str] = (),
    family: Family | None = None,
    instruct_tag: str | None = None,
    is_multimodal: bool | None = None,
    modality: str | None = None,
    min_parameters: float | None = None,
    max_parameters: float | None = None,
    by_parameters: bool = False,
) -> list[Models]:
    """The models that pass every filter given, in the order of `Models`.

    Text is compared whole and in any letter case; "" asks for models that have none of it.

    org: the namespace of the path: "unsloth".
    base_name, version, instruct_tag, modality: as the attributes of a member.
    size: as the path spells it; a bare number means billions, so 1, "1" and "1B" are the same.
    quant_types: a kind of quantisation, or several of which one must fit.
    search_pattern: a wildcard such as "*-Instruct*" for the path or for the repo name alone, or
        several of which one must fit; in any letter case.
    exclude: a wildcard for what to leave out, or several.
    min_parameters, max_parameters: bounds, included: 8e9 is 8B. A model whose size tells no
        number is left out.
    by_parameters: the fewest parameters first, models whose size tells no number last.

    Raises ValueError for a family or a quantisation that does not exist.
    """
    texts = {
        field: wanted.casefold()
        for field, wanted in (
            ("base_name", base_name),
            ("version", version),
            ("instruct_tag", instruct_tag),
            ("modality", modality),
        )
        if wanted is not None
    }
    if size is not None:
        texts["size"] = _size(size)
    namespace = None if org is None else org.casefold()
    family_name = None if family is None else Family(family).name
    quants = None if quant_types is None else {QuantType(q).name for q in _several(quant_types)}
    patterns = None if search_pattern is None else _patterns(search_pattern)
    unwanted = _patterns(exclude)
    low = -inf if min_parameters is None else min_parameters
    high = inf if max_parameters is None else max_parameters
    is_bounded = (min_parameters, max_parameters) != (None, None)

    def fits(model: Models) -> bool:
        row = ROWS[model.name]
        return (
            (family_name is None or row["family"] == family_name)
            and (quants is None or row["quant_type"] in quants)
            and (is_multimodal is None or model.is_multimodal == is_multimodal)
            and (namespace is None or model.org.casefold() == namespace)
            and all(str(row.get(field, "")).casefold() == text for field, text in texts.items())
            and (not is_bounded or low <= row.get("parameters", nan) <= high)
            and (patterns is None or _matches(model, patterns))
            and not _matches(model, unwanted)
        )

    found = list(filter(fits, Models))
    if by_parameters:
        found.sort(key=lambda model: ROWS[model.name].get("parameters", inf))
    return found


def _size(size: str | float) -> str:
    """The size as a path may spell it, in lower case: 1 and "1" are "1b"."""
    text = size.strip().casefold() if isinstance(size, str) else f"{size:g}"
    return f"{text}b" if text.replace(".", "").isdecimal() else text


def _several(one_or_more: str | Iterable[str]) -> Iterable[str]:
    return (one_or_more,) if isinstance(one_or_more, str) else one_or_more


def _patterns(one_or_more: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(pattern.casefold() for pattern in _several(one_or_more))


def _matches(model: Models, patterns: tuple[str, ...]) -> bool:
    path = model.casefold()
    name = path.partition("/")[2]
    return any(fnmatchcase(path, pattern) or fnmatchcase(name, pattern) for pattern in patterns)

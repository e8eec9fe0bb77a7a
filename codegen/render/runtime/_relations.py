"""From a model to the other uploads of it."""

from __future__ import annotations

from ._metadata import ROWS
from .models import Models, QuantType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._runtime import ModelPath

# Letter case apart, uploads of one model share a stem: not every quantisation of a model was
# uploaded under the same spelling.
_BY_STEM: dict[str, list[str]] = {}
_BY_ORIGINAL: dict[str, list[str]] = {}
for _name, _row in ROWS.items():
    _BY_STEM.setdefault(_row["stem"].casefold(), []).append(_name)
    if "original" in _row:
        _BY_ORIGINAL.setdefault(_row["original"], []).append(_name)


def variants(member: ModelPath) -> tuple[Models, ...]:
    """See `ModelPath.variants`."""
    name = member.name
    row = ROWS[name]
    if "is_original" in row and "original" not in row:
        names = _BY_ORIGINAL.get(name, [])
    else:
        names = [other for other in _BY_STEM[row["stem"].casefold()] if other != name]
    return tuple(Models[other] for other in names)


def unquantized(member: ModelPath) -> Models | None:
    """See `ModelPath.unquantized`."""
    found = _pick((Models[member.name], *variants(member)), "NONE", member)
    return found if found is not None else member.original


def with_quant(member: ModelPath, quant_type: QuantType) -> Models:
    """See `ModelPath.with_quant`."""
    models = (Models[member.name], *variants(member))
    found = _pick(models, quant_type._name_, member)
    if found is not None:
        return found
    of = {model.quant_type for model in models}
    there = ", ".join(quant.name for quant in QuantType if quant in of)
    raise ValueError(f"{member._value_!r} has no {quant_type.name} upload; there are: {there}")


def _pick(models: tuple[Models, ...], quant: str, member: ModelPath) -> Models | None:
    """The one of that quantisation: with the member's modifier, else without one, else None."""
    fits = {
        model.modifier: model
        for model in reversed(models)
        if ROWS[model._name_]["quant_type"] == quant
    }
    return fits.get(member.modifier, fits.get(None))

"""From a model to its other uploads."""

from ._metadata import ROWS
from .models import Models, QuantType

# Uploads of one model share a stem, except for letter case: quantizations are not always spelled
# alike.
_BY_STEM: dict[str, list[str]] = {}
_BY_ORIGINAL: dict[str, list[str]] = {}
for _name, _row in ROWS.items():
    _BY_STEM.setdefault(_row["stem"].casefold(), []).append(_name)
    if "original" in _row:
        _BY_ORIGINAL.setdefault(_row["original"], []).append(_name)


def variants(name: str) -> tuple[Models, ...]:
    """See `ModelPath.variants`."""
    row = ROWS[name]
    if "is_original" in row and "original" not in row:
        names = _BY_ORIGINAL.get(name, [])
    else:
        names = [other for other in _BY_STEM[row["stem"].casefold()] if other != name]
    return tuple(Models[other] for other in names)


def unquantized(name: str) -> Models | None:
    """See `ModelPath.unquantized`."""
    return _in_quants(name).get("NONE") or Models[name].original


def with_quant(name: str, quant_type: QuantType | str) -> Models:
    """See `ModelPath.with_quant`."""
    quant = QuantType(quant_type).name
    uploads = _in_quants(name)
    if quant in uploads:
        return uploads[quant]
    there = ", ".join(quant.name for quant in QuantType if quant.name in uploads)
    message = f"{Models[name].value!r} has no {quant} upload; there are: {there}"
    others = [repr(model.value) for model in variants(name) if model.quant_type.name == quant]
    if others:
        message += f"; with another modifier: {', '.join(others)}"
    raise ValueError(message)


def _in_quants(name: str) -> dict[str, Models]:
    """The model in each of its quantizations: with its own modifier, otherwise without one."""
    model = Models[name]
    uploads: dict[str, Models] = {}
    for modifier in (model.modifier, None):
        for upload in (model, *variants(name)):
            if upload.modifier == modifier:
                uploads.setdefault(upload.quant_type.name, upload)
    return uploads

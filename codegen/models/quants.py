"""The quantizations that families use, for `QuantType`, and what is wrong with them."""

from collections.abc import Iterable, Sequence

from ..names.quant import quant_order
from ..problem import Problem
from ..schema import NONE, Quant
from .model import Family, Model


def used_quants(families: Iterable[Family]) -> tuple[Quant, ...]:
    """Every quantization of a model of these families, and NONE, in the order of the output."""
    used = {model.quant_type.name: model.quant_type for f in families for model in f.models}
    return tuple(sorted({NONE.name: NONE, **used}.values(), key=quant_order))


def find_quant_clashes(models: Sequence[Model]) -> list[Problem]:
    """Quantizations of one name that differ in what they say, and two that share a tag."""
    problems: list[Problem] = []
    by_name: dict[str, Model] = {}
    by_tag: dict[str, Model] = {}
    for model in models:
        quant = model.quant_type
        first = by_name.setdefault(quant.name, model)
        if first.quant_type.doc != quant.doc:
            before = first.quant_type.doc
            wrong = f"{quant.name} is {quant.doc!r} here and {before!r} at {first.where}"
            cure = "Declare it once and import it, or give one of the two another name."
            problems.append(Problem(model.where, model.family, "quants", wrong, cure))
        same = by_tag.setdefault(quant.tag.casefold(), model)
        if same.quant_type != quant:
            other = same.quant_type.name
            wrong = f"{quant.name} and {other} ({same.where}) share the tag {quant.tag!r}"
            cure = "Write a tag of its own first; tags behind the first may be shared."
            problems.append(Problem(model.where, model.family, "quants", wrong, cure))
    return problems

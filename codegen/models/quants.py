"""The quantizations and modalities that families use, and what is wrong with them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..load.source import field_line
from ..names.quant import quant_order, split_quant, with_own
from ..problem import Problem, mistake
from ..schema import MODALITIES, NONE, Modality, Quant
from .model import Family, Model

_DECLARE_ONCE = "Declare it once and import it, or give one of the two another name."


def used_quants(families: Iterable[Family]) -> tuple[Quant, ...]:
    """Every quantization of a model of these families, and NONE, in the order of the output.

    If families write a quantization with different tags, it has the tag of most models.
    """
    models = [model for family in families for model in family.models]
    counts = Counter((m.quant_type.name, m.quant_type.tag) for m in models)
    used = {(m.quant_type.name, m.quant_type.tag): m.quant_type for m in models}
    by_name = {NONE.name: NONE}
    for key, _ in sorted(counts.items(), key=lambda item: (item[1], item[0])):
        by_name[key[0]] = used[key]
    return tuple(sorted(by_name.values(), key=quant_order))


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
            problems.append(mistake(model.where, "quants", wrong, _DECLARE_ONCE))
        same = by_tag.setdefault(quant.tag.casefold(), model)
        if same.quant_type != quant:
            other = f"{same.quant_type.name} ({same.where})"
            wrong = f"{quant.name} and {other} share the tag {quant.tag!r}"
            cure = "Write a tag of its own first; tags behind the first may be shared."
            problems.append(mistake(model.where, "quants", wrong, cure))
    return [*problems, *_tagged_as_none(models)]


def _tagged_as_none(models: Sequence[Model]) -> Iterator[Problem]:
    """Uploads that are declared as not quantized and whose names end in a quantization's tag; one
    problem for each definition."""
    known = with_own({model.quant_type.name: model.quant_type for model in models}.values())
    reported: set[object] = set()
    for model in models:
        is_upload = not (model.is_original or model.is_mirror or model.is_former)
        if model.quant_type == NONE and is_upload and model.where not in reported:
            quant = split_quant(model.repo_id.partition("/")[2], known)[1]
            if quant != NONE:
                reported.add(model.where)
                wrong = f"{model.repo_id} is NONE, not quantized, but ends in the tag of {quant}"
                cure = f"Declare it as {quant}, and leave the tag out of the name."
                yield mistake(field_line(model.where, "base_name"), "quants", wrong, cure)


def find_modality_clashes(models: Sequence[Model]) -> list[Problem]:
    """Modalities of one name that differ in whether they are multimodal; one problem for each
    definition."""
    problems: dict[object, Problem] = {}
    first = {name: (known.is_multimodal, "hubenum.schema") for name, known in MODALITIES.items()}
    for model in models:
        if isinstance(name := model.modality, Modality):
            here = name.is_multimodal
            there, place = first.setdefault(str(name), (here, str(model.where)))
            if here != there:
                wrong = f"{str(name)!r} is_multimodal={here} here and {there} in {place}"
                problem = mistake(model.where, "modality", wrong, _DECLARE_ONCE)
                problems.setdefault(model.where, problem)
    return list(problems.values())

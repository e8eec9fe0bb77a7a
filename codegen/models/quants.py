"""The quantizations and modalities that families use, and what is wrong with them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..load.source import field_line
from ..names.quant import quant_order, split_quant, with_own
from ..problem import Problem
from ..schema import MODALITIES, NONE, Modality, Quant
from .model import Family, Model


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
            cure = "Declare it once and import it, or give one of the two another name."
            problems.append(Problem(model.where, model.family, "quants", wrong, cure))
        same = by_tag.setdefault(quant.tag.casefold(), model)
        if same.quant_type != quant:
            other = same.quant_type.name
            wrong = f"{quant.name} and {other} ({same.where}) share the tag {quant.tag!r}"
            cure = "Write a tag of its own first; tags behind the first may be shared."
            problems.append(Problem(model.where, model.family, "quants", wrong, cure))
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
                where = field_line(model.where, "base_name")
                yield Problem(where, model.family, "quants", wrong, cure)


def find_modality_clashes(models: Sequence[Model]) -> list[Problem]:
    """Modalities of one name that differ in whether they are multimodal; one problem for each
    definition."""
    problems: dict[object, Problem] = {}
    by_name: dict[str, tuple[bool, str]] = {
        name: (modality.is_multimodal, "hubenum.schema") for name, modality in MODALITIES.items()
    }
    for model in models:
        modality = model.modality
        if not isinstance(modality, Modality):
            continue
        first, place = by_name.setdefault(str(modality), (modality.is_multimodal, str(model.where)))
        if first != modality.is_multimodal:
            name = str(modality)
            wrong = f"{name!r} is_multimodal={modality.is_multimodal} here and {first} in {place}"
            cure = "Declare it once and import it, or give one of the two another name."
            problem = Problem(model.where, model.family, "modality", wrong, cure)
            problems.setdefault(model.where, problem)
    return list(problems.values())

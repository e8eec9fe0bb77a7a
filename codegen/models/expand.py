"""Definitions to families of models: every repo that they declare, in the order of the output."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ..load.definitions import Definition, load
from ..load.extends import Folder
from ..load.validate import validate
from ..names.cell import cells_of
from ..names.quant import quant_order
from ..names.size import read_size
from ..problem import DefinitionError, Problem, Where, mistake
from ..schema import ModelMeta
from .clash import find_clashes, find_mismatches, find_own_mistakes
from .facts import merge_facts
from .model import Family, Model
from .quants import find_modality_clashes, find_quant_clashes
from .repos import repos_of
from .retirement import find_contradictions, find_unknown_replacements


def read(
    *folders: Folder, originals: bool = True, unknown_replacements: bool = False
) -> tuple[Family, ...]:
    """Return every family that the definition files of these folders declare, sorted by name.

    With `unknown_replacements`, a retired name may have a replacement that is not declared: the
    guard reports that with better advice. Raises DefinitionError with every mistake.
    """
    definitions: list[Definition] = []
    problems: list[Problem] = []
    for folder in folders:
        loaded, mistakes = load(folder)
        definitions += loaded
        problems += mistakes
    problems += _defined_twice(definitions)
    families, mistakes = expand(definitions, originals=originals)
    problems += mistakes
    if not problems and not unknown_replacements:
        problems = find_unknown_replacements(families)
    if problems:
        raise DefinitionError(problems)
    return tuple(sorted(families, key=lambda family: family.stem))


def _defined_twice(definitions: Iterable[Definition]) -> Iterator[Problem]:
    first: dict[str, Definition] = {}
    for definition in definitions:
        stem, other = definition.stem, first.setdefault(definition.stem, definition)
        if other is not definition:
            problem = f"the family has a file already: {other.path}"
            cure = f"Give this one another name, such as acme_{stem}.py: a family is one file."
            yield mistake(Where(definition.path, 0), "", problem, cure)


def expand(
    definitions: Sequence[Definition], *, originals: bool = True
) -> tuple[tuple[Family, ...], list[Problem]]:
    """Expand definitions into families of models; return every mistake too.

    An upstream repo belongs to the first definition that names it, or to the one that declares it
    as an upload. Without `originals`, only uploads are listed.
    """
    problems: list[Problem] = []
    uploads: list[tuple[Model, ...]] = []
    upstream: list[Model] = []
    for definition in definitions:
        expanded = [expand_meta(definition, meta) for meta in definition.metas]
        uploads.append(tuple(model for own, _, _ in expanded for model in own))
        upstream += [m for _, publishers, _ in expanded for m in publishers if originals]
        problems += [problem for *_, mistakes in expanded for problem in mistakes]
    declared = {model.repo_id for models in uploads for model in models}
    first, mistakes = merge_facts(m for m in upstream if m.repo_id not in declared)
    by_family: dict[str, list[Model]] = {}
    for model in first.values():
        by_family.setdefault(model.family, []).append(model)
    families = tuple(
        Family(
            stem=one.stem,
            summary=one.summary,
            models=tuple(sorted((*own, *by_family.get(one.stem, ())), key=sort_key)),
            retired=one.retired,
        )
        for one, own in zip(definitions, uploads, strict=True)
    )
    models = [model for family in families for model in family.models]
    problems += [*mistakes, *find_clashes(models), *find_quant_clashes(models)]
    problems += find_modality_clashes(models)
    return families, [*problems, *find_contradictions(families)]


def expand_meta(
    definition: Definition, meta: ModelMeta
) -> tuple[list[Model], list[Model], list[Problem]]:
    """The uploads of one definition, its upstream repos, and its mistakes; no models if invalid."""
    if mistakes := validate(meta):
        return [], [], mistakes
    cells = list(cells_of(meta))
    repos = [repos_of(definition, cell) for cell in cells]
    uploads = [model for own, _ in repos for model in own]
    upstream = [model for _, publishers in repos for model in publishers]
    mistakes = list(find_own_mistakes(meta, uploads, upstream))
    mistakes = mistakes or [p for cell in cells for p in find_mismatches(cell)]
    return uploads, upstream, mistakes


def sort_key(model: Model) -> tuple[object, ...]:
    """Within a family: by version, line, size by value, tag and modifier; then uploads in the
    order of quantizations, then the publisher's repos, then mirrors."""
    return (
        version_key(model.cell[0] or ""),
        model.series.casefold(),
        read_size(model.size).order,
        version_key(model.instruct_tag or ""),
        model.modifier or "",
        model.is_mirror or model.is_former,
        model.is_original,
        quant_order(model.quant_type),
        model.repo_id,
    )


@lru_cache(maxsize=1024)
def version_key(text: str) -> tuple[tuple[int, int | str], ...]:
    """A sort key that puts "3.10" after "3.9"."""
    parts = re.findall(r"\d+|[^\d._-]+", text)
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)

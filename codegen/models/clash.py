"""Mistakes in the names of expanded models: invalid ids, clashes, wrong originals."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..load.source import field_line
from ..names.cell import Cell
from ..names.repo_id import repo_id_mistake
from ..names.template import template_fields
from ..problem import Problem
from ..schema import ModelMeta
from .model import Model

_SIZE = re.compile(
    r"(?<![a-z0-9.])(?:\d+x)?e?\d+(?:\.\d+)?[bmt](?:-a\d+(?:\.\d+)?b|-\d+e)?(?![a-z0-9])",
    re.IGNORECASE,
)
_AXES = {
    "version": "versions",
    "size": "sizes",
    "instruct_tag": "tags",
    "quant_type": "quantizations",
}
_TAGS = frozenset({"instruct", "it", "chat", "base", "pt", "thinking", "reasoning", "think"})


def find_clashes(models: Sequence[Model]) -> list[Problem]:
    """Report invalid ids, ids declared twice, and ids that share a constant name.

    A clash is reported where the second id is declared, and names both.
    """
    problems: list[Problem] = []
    by_id: dict[str, list[Model]] = defaultdict(list)
    by_constant: dict[str, list[Model]] = defaultdict(list)
    for model in models:
        by_id[model.repo_id].append(model)
    for repo_id, same in by_id.items():
        by_constant[same[0].constant].append(same[0])
        problems += _refused(same[0])
        problems += _declared_twice(repo_id, same)
    for constant, (first, *others) in by_constant.items():
        for other in others:
            both = f"{other.repo_id} and {first.repo_id} ({first.where})"
            cure = f'State a name: constants={{"{other.repo_id}": "{constant}_..."}}.'
            if other.org != first.org and not (other.is_original or first.is_original):
                setting = 'constants = { others = "{owner}_{name}" }'
                cure += f" Or name the uploader in each constant: {setting} in [tool.hubenum]."
            problems.append(_problem(other, "constants", f"{both} are both named {constant}", cure))
    return problems


def _refused(model: Model) -> Iterator[Problem]:
    """Report an id that the Hub would refuse."""
    if mistake := repo_id_mistake(model.repo_id):
        message = f"{model.repo_id!r} is not a valid repo id: {mistake}"
        yield _problem(model, "name", message, "Correct the template or the field it comes from.")


def find_own_mistakes(
    family: str, meta: ModelMeta, uploads: Sequence[Model], upstream: Sequence[Model]
) -> list[Problem]:
    """Report mistakes within one definition: several uploads with one id because the template
    ignores a field, an upload that is its own original, and constants, revisions or spellings for
    repos that the definition does not declare."""
    made = {model.repo_id: model for model in (*uploads, *upstream)}
    by_id: dict[str, list[Model]] = defaultdict(list)
    for model in uploads:
        by_id[model.repo_id].append(model)
    problems: list[Problem] = []
    for repo_id, same in by_id.items():
        if len(same) == 1:
            continue
        differ = [
            f"{what} {' and '.join(dict.fromkeys(str(getattr(m, field)) for m in same))}"
            for field, what in _AXES.items()
            if len({getattr(m, field) for m in same}) > 1
        ]
        message = f"{meta.name!r} gives {repo_id} for the {', the '.join(differ)}"
        problems.append(_problem(same[0], "name", message, "Let the template place that field."))
    if twice := next((model.repo_id for model in upstream if model.repo_id in by_id), None):
        message = f"{twice} is an upload of this definition and cannot be its own original"
        cure = "Write original=None where there is no upstream repo."
        problems.append(_problem(by_id[twice][0], "original", message, cure))
    names = [model.repo_id.partition("/")[2] for model in uploads]
    for field, given, known in (
        ("constants", meta.constants, list(made)),
        ("revisions", meta.revisions, list(made)),
        ("spelled", [*meta.spelled, *(n for row in meta.rows for n in row.spelled)], names),
    ):
        for name in set(given) - set(known):
            message = f"{name} is not a repo of this definition"
            near = difflib.get_close_matches(name, known, 1)
            cure = f"Write {near[0]!r}." if near else "Remove it."
            problems.append(Problem(field_line(meta.where, field), family, field, message, cure))
    return problems


def _declared_twice(repo_id: str, same: Sequence[Model]) -> Iterator[Problem]:
    first, *others = same
    for other in others:
        if other.meta is not first.meta or other.meta is None:
            message = f"{repo_id} is declared twice, here and at {first.where} ({first.family})"
            yield _problem(other, "", message, "Remove one of the two.")


def _problem(model: Model, field: str, message: str, cure: str) -> Problem:
    return Problem(field_line(model.where, field), model.family, field, message, cure)


def find_mismatches(family: str, cell: Cell) -> Iterator[Problem]:
    """Report an original whose size, version or tag differs from the upload: a likely paste error.

    A field that the original's name does not show is not compared. Tags are compared only if the
    original follows a template.
    """
    original, size, version = cell.original, cell.size, cell.version
    if original is None:
        return
    upstream = original.partition("/")[2].casefold().replace("_", ".")
    sizes = _SIZE.findall(upstream)
    differences: list[str] = []
    if size and _SIZE.fullmatch(size) and sizes and size.casefold() not in sizes:
        differences.append(f"the size {size}")
    number = (version or "").casefold().replace("_", ".").lstrip("v")
    if re.search(r"\d", _SIZE.sub("", upstream)) and number not in upstream:
        differences.append(f"the version {version}")
    name = cell.name
    if template_fields(cell.row.original or "") and _tags(name) != _tags(upstream):
        differences.append(f"the tag {' '.join(sorted(_tags(name) ^ _tags(upstream)))}")
    if differences:
        message = (
            f"{name} has the original {original}, which differs in {' and '.join(differences)}"
        )
        cure = "Write the original of this model, in full if its name follows no template."
        yield Problem(field_line(cell.meta.where, "original"), family, "original", message, cure)


def _tags(name: str) -> frozenset[str]:
    return frozenset(re.split(r"[^a-z0-9]+", name.casefold())) & _TAGS

"""Mistakes in the names of expanded models: invalid ids, clashes, wrong originals."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..load.source import field_mistake
from ..names.cell import Cell
from ..names.repo_id import repo_id_mistake
from ..names.template import template_fields
from ..problem import Problem, mistake
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


def find_clashes(models: Sequence[Model]) -> Iterator[Problem]:
    """Report invalid ids, ids declared twice, and ids that share a constant name.

    A clash is reported where the second id is declared, and names both.
    """
    by_id: dict[str, Model] = {}
    by_constant: dict[str, Model] = {}
    for model in models:
        repo_id, name = model.repo_id, model.constant
        same = by_id.setdefault(repo_id, model)
        if same is not model:
            if same.meta is not model.meta:
                message = f"{repo_id} is declared twice, here and at {same.where} ({same.family})"
                yield mistake(model.where, "", message, "Remove one of the two.")
            continue
        if wrong := repo_id_mistake(repo_id):
            message = f"{repo_id!r} is not a valid repo id: {wrong}"
            cure = "Correct the template or the field it comes from."
            yield field_mistake(model.where, "name", message, cure)
        first = by_constant.setdefault(name, model)
        if first is not model:
            message = f"{repo_id} and {first.repo_id} ({first.where}) are both named {name}"
            cure = f'State a name: constants={{"{repo_id}": "{name}_..."}}.'
            if model.org != first.org and not (model.is_original or first.is_original):
                setting = 'constants = { others = "{owner}_{name}" }'
                cure += f" Or name the uploader in each constant: {setting} in [tool.hubenum]."
            yield field_mistake(model.where, "constants", message, cure)


def find_own_mistakes(
    meta: ModelMeta, uploads: Sequence[Model], upstream: Sequence[Model]
) -> Iterator[Problem]:
    """Report mistakes within one definition: several uploads with one id because the template
    ignores a field, an upload that is its own original, and constants, revisions or spellings for
    repos that the definition does not declare."""
    by_id: dict[str, list[Model]] = defaultdict(list)
    for model in uploads:
        by_id[model.repo_id].append(model)
    for repo_id, same in by_id.items():
        if len(same) == 1:
            continue
        values = {f: dict.fromkeys(str(getattr(model, f)) for model in same) for f in _AXES}
        differ = [f"{_AXES[f]} {' and '.join(v)}" for f, v in values.items() if len(v) > 1]
        message = f"{meta.name!r} gives {repo_id} for the {', the '.join(differ)}"
        yield field_mistake(meta.where, "name", message, "Let the template place that field.")
    if twice := next((model.repo_id for model in upstream if model.repo_id in by_id), None):
        message = f"{twice} is an upload of this definition and cannot be its own original"
        cure = "Write original=None where there is no upstream repo."
        yield field_mistake(meta.where, "original", message, cure)
    ids = [model.repo_id for model in (*uploads, *upstream)]
    names = [model.repo_id.partition("/")[2] for model in uploads]
    spelled = [*meta.spelled, *(name for row in meta.rows for name in row.spelled)]
    for field, stated, known in (
        ("constants", meta.constants, ids),
        ("revisions", meta.revisions, ids),
        ("spelled", spelled, names),
    ):
        for name in set(stated) - set(known):
            near = difflib.get_close_matches(name, known, 1)
            cure = f"Write {near[0]!r}." if near else "Remove it."
            message = f"{name} is not a repo of this definition"
            yield field_mistake(meta.where, field, message, cure)


def find_mismatches(cell: Cell) -> Iterator[Problem]:
    """Report an original whose size, version or tag differs from the upload: a likely paste error.

    A field that the original's name does not show is not compared. Tags are compared only if the
    original follows a template.
    """
    original, size, name = cell.original, cell.size, cell.name
    if original is None:
        return
    upstream = original.partition("/")[2].casefold().replace("_", ".")
    sizes = _SIZE.findall(upstream)
    differences: list[str] = []
    if size and _SIZE.fullmatch(size) and sizes and size.casefold() not in sizes:
        differences.append(f"the size {size}")
    number = (cell.version or "").casefold().replace("_", ".").lstrip("v")
    if re.search(r"\d", _SIZE.sub("", upstream)) and number not in upstream:
        differences.append(f"the version {cell.version}")
    if template_fields(cell.row.original or "") and _tags(name) != _tags(upstream):
        differences.append(f"the tag {' '.join(sorted(_tags(name) ^ _tags(upstream)))}")
    if differences:
        different = " and ".join(differences)
        message = f"{name} has the original {original}, which differs in {different}"
        cure = "Write the original of this model, in full if its name follows no template."
        yield field_mistake(cell.meta.where, "original", message, cure)


def _tags(name: str) -> frozenset[str]:
    return frozenset(re.split(r"[^a-z0-9]+", name.casefold())) & _TAGS

"""Definitions to models: every repo that they declare."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from ..load.definitions import Definition, load
from ..load.extends import Folder
from ..load.validate import axis_of, flat_keys, is_multimodal, validate
from ..names.constant import constant_name
from ..names.size import read_size
from ..names.template import as_list, fill, full_template, quant_tag
from ..problem import DefinitionError, Problem, Where
from ..schema import AxisKey, ModelMeta, PerAxis, Quants, QuantType
from .clash import find_clashes, find_mismatches, find_own_mistakes
from .model import Family, Model
from .retirement import find_contradictions, find_dangling

_T = TypeVar("_T")
_QUANTS = list(QuantType)


def read(*folders: Folder, originals: bool = True, dangling: bool = False) -> tuple[Family, ...]:
    """Everything that the definition files of these folders declare, in the order of the output.

    With `dangling` a retired name may lead to an id that is gone: the guard, which finds out that
    it is, has better advice. Raises DefinitionError with every mistake found, so that nothing is
    made of half of them.
    """
    definitions: list[Definition] = []
    problems: list[Problem] = []
    for folder in folders:
        loaded, found = load(folder)
        definitions += loaded
        problems += found
    problems += _defined_twice(definitions)
    families, found = expand(definitions, originals=originals)
    problems += found
    if not problems and not dangling:
        problems = find_dangling(families)
    if problems:
        raise DefinitionError(problems)
    return tuple(sorted(families, key=lambda family: family.stem))


def _defined_twice(definitions: Iterable[Definition]) -> Iterator[Problem]:
    first: dict[str, Definition] = {}
    for definition in definitions:
        stem, other = definition.stem, first.setdefault(definition.stem, definition)
        if other is not definition:
            found = f"the family has a file already: {other.path}"
            cure = f"Give this one another name, such as acme_{stem}.py: a family is one file."
            yield Problem(Where(definition.path, 0), stem, "", found, cure)


def expand(
    definitions: Sequence[Definition], *, originals: bool = True
) -> tuple[tuple[Family, ...], list[Problem]]:
    """Expand definitions into families of models, with every mistake found on the way.

    An upstream repo belongs to the first definition that has it, or to the one that declares it as
    an upload; without `originals` only the uploads are listed.
    """
    problems: list[Problem] = []
    uploads: list[list[Model]] = []
    upstream: list[list[Model]] = []
    for definition in definitions:
        uploads.append([])
        upstream.append([])
        for meta in definition.metas:
            mistakes = validate(definition.stem, meta)
            problems += mistakes
            if mistakes:
                continue
            cells = list(cells_of(definition.stem, meta))
            own = [m for c in cells for m in _uploads(c, meta.uploader or definition.uploader)]
            beside = [m for cell in cells for m in _upstream(cell)]
            mistakes = find_own_mistakes(definition.stem, meta, own, beside)
            problems += mistakes or [p for cell in cells for p in _mismatches(cell)]
            uploads[-1] += own
            upstream[-1] += beside if originals else []
    taken = {model.repo_id for models in uploads for model in models}
    families: list[Family] = []
    for definition, own, beside in zip(definitions, uploads, upstream, strict=True):
        first = {m.repo_id: m for m in reversed(beside) if m.repo_id not in taken}
        taken |= first.keys()
        ordered = tuple(sorted((*own, *first.values()), key=sort_key))
        families.append(
            Family(
                stem=definition.stem,
                summary=definition.summary,
                models=ordered,
                retired=definition.retired,
            )
        )
    problems += find_clashes([model for family in families for model in family.models])
    problems += find_contradictions(families)
    return tuple(families), problems


def sort_key(model: Model) -> tuple[object, ...]:
    """Within a family: by version, line of models, size by value, tag, modifier; the uploads in
    the order of QuantType, then the publisher's repos, then the copies others hold."""
    return (
        natural(model.version or ""),
        model.series.casefold(),
        read_size(model.size).order,
        natural(model.instruct_tag or ""),
        model.modifier or "",
        model.is_mirror,
        model.is_original,
        _QUANTS.index(model.quant_type),
        model.repo_id,
    )


def natural(text: str) -> list[tuple[int, int | str]]:
    """A key by which "3.10" comes after "3.9"."""
    parts = re.findall(r"\d+|[^\d._-]+", text)
    return [(0, int(p)) if p.isdecimal() else (1, p) for p in parts]


@dataclass(frozen=True, slots=True)
class Cell:
    """One model of a definition: one version, size and tag, in all its repos."""

    family: str
    meta: ModelMeta
    version: str | None
    size: str | None
    tag: str | None

    @property
    def fields(self) -> dict[str, str | None]:
        meta = self.meta
        return {
            "org": meta.org,
            "base_name": meta.base_name,
            "model_version": self.version,
            "size": self.size,
            "instruct_tag": self.tag,
            "modifier": None,
            "quant": None,
        }

    @property
    def name(self) -> str:
        """The repo name without modifier and quant tag."""
        return fill(self.template, self.fields)

    @property
    def template(self) -> str:
        """The template of the repo name with everything that it leaves to be appended."""
        return full_template(self.at(self.meta.name) or "")

    @property
    def original(self) -> str | None:
        """The repo id of the upstream repo."""
        template = self.at(self.meta.original)
        return fill(template, {**self.fields, "name": self.name}) if template else None

    def at(self, value: PerAxis[_T]) -> _T | None:
        """A field that may be a dict per size, version or tag, for this cell; None where the dict
        leaves it out."""
        return next(self.values(value), None)

    @property
    def exists(self) -> bool:
        """Whether the definition says anything of this cell: an inner dict may leave it out."""
        return any(True for _ in self.values(self.meta.quant_types))

    def values(self, value: PerAxis[_T], used: tuple[str, ...] = ()) -> Iterator[_T]:
        """The same, as the only item; no item where the dict leaves it out."""
        if not isinstance(value, Mapping):
            yield value
            return
        mapping = cast("Mapping[AxisKey, PerAxis[_T]]", value)
        own = {"model_sizes": self.size, "model_version": self.version, "instruct_tags": self.tag}
        axis = axis_of(self.meta, flat_keys(mapping), used)
        for keys, inner in mapping.items():
            if own[axis] in (keys if isinstance(keys, tuple) else (keys,)):
                yield from self.values(inner, (*used, axis))

    def model(
        self,
        repo_id: str,
        stem: str,
        name: str,
        quant: QuantType,
        *,
        suffix: str = "",
        modifier: str | None = None,
    ) -> Model:
        """The record of one repo; `name` is what its constant is made of."""
        meta, size = self.meta, read_size(self.size)
        multimodal = is_multimodal(self.at(meta.is_multimodal), meta.modality)
        return Model(
            constant=meta.constants.get(repo_id) or constant_name(name, quant, suffix),
            repo_id=repo_id,
            family=self.family,
            base_name=meta.base_name,
            series=fill(
                self.template, {**self.fields, "model_version": "", "size": "", "instruct_tag": ""}
            ),
            version=self.version,
            size=self.size or None,
            instruct_tag=self.tag or None,
            modifier=modifier,
            quant_type=quant,
            is_multimodal=multimodal,
            modality=meta.modality or ("vision" if multimodal else "text"),
            original=None if repo_id == self.original else self.original,
            is_original=suffix == "ORIGINAL",
            is_mirror=suffix not in ("", "ORIGINAL"),
            stem=stem,
            parameters=size.total,
            active_parameters=size.active,
            summary=meta.summary,
            where=meta.where,
        )


def cells_of(family: str, meta: ModelMeta) -> Iterator[Cell]:
    """The models of a definition."""
    for version in as_list(meta.model_version):
        for size in meta.model_sizes:
            for tag in meta.instruct_tags:
                cell = Cell(family, meta, version, size, tag)
                if cell.exists:
                    yield cell


def _mismatches(cell: Cell) -> Iterator[Problem]:
    return find_mismatches(
        cell.family, cell.meta, cell.version, cell.size, cell.name, cell.original
    )


def _uploads(cell: Cell, uploader: str) -> Iterator[Model]:
    """The repos of the uploader."""
    meta, template = cell.meta, cell.template
    spelled = {name.casefold(): name for name in meta.spelled}
    fields = {**cell.fields, "modifier": meta.modifier}
    quants = cell.at(meta.quant_types) or ()
    for quant in quants:
        name = fill(template, {**fields, "quant": quant_tag(meta, quant)})
        repo_id = f"{uploader}/{spelled.get(name.casefold(), name)}"
        stem = f"{uploader}/{cell.name}"
        yield cell.model(repo_id, stem, fill(template, fields), quant, modifier=meta.modifier)


def _upstream(cell: Cell) -> Iterator[Model]:
    """The repos of the publisher, and the copies of them that others hold."""
    meta, original = cell.meta, cell.original
    if original is None:
        return
    quants: Quants = cell.at(meta.upstream_quants) or ()
    for quant in (QuantType.NONE, *quants):
        tag = f"-{quant_tag(meta, quant)}" if quant else ""
        name = original.partition("/")[2]
        yield cell.model(original + tag, original, name, quant, suffix="ORIGINAL")
    mirrors: Sequence[str] = cell.at(meta.mirrors) or ()
    for template in mirrors:
        mirror = fill(template, {**cell.fields, "name": cell.name})
        owner, _, name = mirror.partition("/")
        by_length = sorted(_QUANTS, key=lambda q: -len(q.value))
        quant = next(q for q in by_length if not q or name.endswith(f"-{q.value}"))
        name = name.removesuffix(f"-{quant.value}")
        yield cell.model(mirror, f"{owner}/{name}", name, quant, suffix=owner)

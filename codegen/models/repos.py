"""The repos of one model of a definition: uploads, originals and mirrors, each as a `Model`."""

from collections.abc import Iterator

from ..names.cell import Cell
from ..names.constant import constant_name
from ..names.quant import quant_tag, split_quant
from ..names.size import read_size
from ..names.template import fill
from ..schema import NONE, Quant
from .model import Model

_BEYOND_TEXT = ("vision", "speech", "image", "video")


def uploads_of(family: str, cell: Cell, uploader: str) -> Iterator[Model]:
    """The repos of the uploader."""
    meta = cell.meta
    spelled = {name.casefold(): name for name in (*meta.spelled, *cell.row.spelled)}
    stem = f"{uploader}/{cell.name}"
    unquantized = fill(cell.template, {**cell.fields, "modifier": meta.modifier})
    for quant in cell.row.quants:
        name = cell.upload(quant)
        repo_id = f"{uploader}/{spelled.get(name.casefold(), name)}"
        yield _model(family, cell, repo_id, stem, unquantized, quant, modifier=meta.modifier)


def upstream_of(family: str, cell: Cell) -> Iterator[Model]:
    """The repos of the publisher, and the mirrors of them."""
    original = cell.original
    if original is None:
        return
    name = original.partition("/")[2]
    for quant in (NONE, *cell.row.upstream_quants):
        tag = f"-{quant_tag(cell.meta, quant)}" if quant != NONE else ""
        yield _model(family, cell, original + tag, original, name, quant, suffix="ORIGINAL")
    for template in cell.row.mirrors:
        mirror = fill(template, {**cell.fields, "name": cell.name})
        owner, _, full_name = mirror.partition("/")
        name, quant = split_quant(full_name)
        yield _model(family, cell, mirror, f"{owner}/{name}", name, quant, suffix=owner)


def _model(
    family: str,
    cell: Cell,
    repo_id: str,
    stem: str,
    name: str,
    quant: Quant,
    *,
    suffix: str = "",
    modifier: str | None = None,
) -> Model:
    """The record of one repo; its constant is derived from `name`."""
    meta, size = cell.meta, read_size(cell.size)
    stated = cell.row.is_multimodal
    multimodal = meta.modality in _BEYOND_TEXT if stated is None else stated
    line = {**cell.fields, "model_version": "", "size": "", "instruct_tag": ""}
    return Model(
        constant=meta.constants.get(repo_id) or constant_name(name, quant, suffix),
        repo_id=repo_id,
        family=family,
        base_name=meta.base_name,
        series=fill(cell.template, line),
        version=cell.version,
        size=cell.size or None,
        instruct_tag=cell.tag or None,
        modifier=modifier,
        quant_type=quant,
        is_multimodal=multimodal,
        modality=meta.modality or ("vision" if multimodal else "text"),
        original=None if repo_id == cell.original else cell.original,
        is_original=suffix == "ORIGINAL",
        is_mirror=suffix not in ("", "ORIGINAL"),
        stem=stem,
        parameters=size.total,
        active_parameters=size.active,
        summary=meta.summary,
        where=meta.where,
    )

"""The repos of one model of a definition: uploads, originals, former ids and mirrors."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..load.definitions import Definition
from ..names.cell import Cell
from ..names.constant import constant_name
from ..names.quant import quant_tag, split_quant
from ..names.size import read_count, read_size
from ..names.template import fill
from ..names.version import read_version, without_date
from ..schema import MODALITIES, NONE, Modality, Quant
from .model import Model

_BASE_TAGS = {"base", "Base", "pt", "pretrained"}  # not ERNIE's PT, which is PyTorch
_CHAT_TAGS = {"instruct", "inst", "it", "chat", "thinking", "think", "reasoning"}


def repos_of(family: Definition, cell: Cell) -> tuple[list[Model], list[Model]]:
    """The repos of the uploader; and those of the publisher, their former ids and the mirrors."""
    base = _model(family, cell)
    return list(_uploads(family, cell, base)), list(_upstream(cell, base))


def _uploads(family: Definition, cell: Cell, base: Model) -> Iterator[Model]:
    meta = cell.meta
    uploader = meta.uploader or family.uploader
    spelled = {name.casefold(): name for name in (*meta.spelled, *cell.row.spelled)}
    unquantized = fill(cell.template, {**cell.fields, "modifier": meta.modifier})
    for quant in cell.row.quants:
        name = cell.upload(quant)
        repo_id = f"{uploader}/{spelled.get(name.casefold(), name)}"
        yield replace(
            base,
            constant=meta.constants.get(repo_id)
            or family.constants.apply(constant_name(unquantized, quant), uploader),
            repo_id=repo_id,
            modifier=meta.modifier,
            quant_type=quant,
            original=None if repo_id == cell.original else cell.original,
            stem=f"{uploader}/{cell.name}",
            **_revisions(cell, repo_id),
        )


def _upstream(cell: Cell, base: Model) -> Iterator[Model]:
    original = cell.original
    if original is not None:
        name = original.partition("/")[2]
        for quant in (NONE, *cell.row.upstream_quants):
            tag = f"-{quant_tag(cell.meta, quant)}" if quant != NONE else ""
            repo_id = original + tag
            yield replace(
                base,
                constant=_constant(cell, repo_id, name, quant, "ORIGINAL"),
                repo_id=repo_id,
                quant_type=quant,
                original=original if tag else None,
                stem=original,
                line=_line(cell, name),
                is_original=True,
                **_revisions(cell, repo_id),
            )
    for templates, is_former in ((cell.row.mirrors, False), (cell.row.former, True)):
        for template in templates:
            repo_id = fill(template, {**cell.fields, "name": cell.name})
            owner, _, full_name = repo_id.partition("/")
            name, quant = split_quant(full_name)
            yield replace(
                base,
                constant=_constant(cell, repo_id, name, quant, owner),
                repo_id=repo_id,
                quant_type=quant,
                original=original,
                stem=f"{owner}/{name}",
                line=_line(cell, name),
                is_mirror=not is_former,
                is_former=is_former,
                **_revisions(cell, repo_id),
            )


def _revisions(cell: Cell, repo_id: str) -> dict[str, Any]:
    """The revision that a repo is pinned to, or its branches, as attributes of a model."""
    stated = cell.meta.revisions.get(repo_id)
    if stated is None:
        return {}
    return {"revision": stated} if isinstance(stated, str) else {"revisions": tuple(stated)}


def _constant(cell: Cell, repo_id: str, name: str, quant: Quant, suffix: str) -> str:
    return cell.meta.constants.get(repo_id) or constant_name(name, quant, suffix)


def _model(family: Definition, cell: Cell) -> Model:
    """What all repos of a model share; what tells them apart is empty."""
    meta, row = cell.meta, cell.row
    version = read_version(cell.version, cell.name)
    modality = row.modality or family.modality
    is_base, is_chat = _tuning(cell.tag, row.untagged)
    total, active, is_moe = _parameters(cell)
    return Model(
        constant="",
        repo_id="",
        family=family.stem,
        base_name=meta.base_name,
        series=_without(cell, model_version=""),
        line=without_date(_without(cell)),
        version=version.number,
        date=version.date,
        size=cell.size or None,
        instruct_tag=cell.tag or None,
        cell=cell.coordinates,
        is_base=is_base,
        is_chat=is_chat,
        is_moe=is_moe,
        modifier=None,
        quant_type=NONE,
        is_multimodal=is_multimodal(row.is_multimodal, modality),
        modality=modality,
        original=None,
        is_original=False,
        is_mirror=False,
        stem="",
        parameters=total,
        active_parameters=active,
        license=meta.license,
        context_length=meta.context_length,
        summary=meta.summary,
        where=meta.where,
        meta=meta,
    )


def _parameters(cell: Cell) -> tuple[int | None, int | None, bool | None]:
    """The number of parameters, those used per token, and whether it is a mixture of experts."""
    row, size, stated = cell.row, read_size(cell.size), read_size(cell.row.parameters)
    total, active = stated.total or size.total, stated.active or size.active
    if row.active_parameters:
        active = read_count(row.active_parameters)
    is_moe = size.is_moe
    if is_moe is None and active is not None and total is not None:
        is_moe = active < total
    return total, active, is_moe


def _without(cell: Cell, **other: str) -> str:
    """The repo name without size and tag, and with other values of some fields."""
    return fill(cell.template, {**cell.fields, "size": "", "instruct_tag": "", **other})


def _line(cell: Cell, name: str) -> str:
    """The line of a repo with another name than the upload: the name without size, tag and date.
    What else sets it apart, such as "qat", is part of its line."""
    if name.casefold() != cell.name.casefold():
        for part in filter(None, (cell.size, cell.tag)):
            written = rf"[-_.]?(?<![A-Za-z0-9.]){re.escape(part)}(?![A-Za-z0-9.])"
            name = re.sub(written, "", name, count=1, flags=re.IGNORECASE)
        return without_date(name.strip("-_."))
    return without_date(_without(cell))


def is_multimodal(stated: bool | None, modality: str | None) -> bool | None:
    """Whether models take or produce more than text, by what is stated or their modality implies;
    None if unknown."""
    if stated is not None or modality is None:
        return stated
    known = modality if isinstance(modality, Modality) else MODALITIES.get(modality)
    return known.is_multimodal if known is not None else None


def _tuning(tag: str | None, untagged: str | None) -> tuple[bool | None, bool | None]:
    """Whether an instruct tag marks a base model, and whether it marks a chat model."""
    if not tag:
        return (None, None) if untagged is None else (untagged == "base", untagged == "chat")
    if tag in _BASE_TAGS:
        return True, False
    is_chat = tag.casefold().partition("-")[0] in _CHAT_TAGS
    return (False, True) if is_chat else (None, None)

"""Everything that the definitions declare, as plain values: the content of `catalog.json`.

What the Hub said of a model and how often it is downloaded are added where they are known. The
result depends on the arguments alone, and `catalog.schema.json` says what stands in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict, TypeVar
from urllib.parse import quote

from ..hub.lock import LockEntry
from ..models.model import Family, Model
from ..models.quants import used_quants
from ..models.retirement import settle

_HUB = "https://huggingface.co"
_T = TypeVar("_T")

MOST_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Downloads over time."""

    days: Sequence[str]
    """Days that were recorded, at most `MOST_DAYS`, in order: "2026-11-25"."""
    downloads: Mapping[str, Sequence[int | None]]
    """Repo id -> downloads of the 30 days before each of the days; None where not recorded."""


class HubEntry(TypedDict):
    """What the Hub said."""

    verdict: str
    checked: str
    canonical: str | None


class ModelEntry(TypedDict):
    """One repo."""

    constant: str
    repo_id: str
    url: str
    family: str
    uploader: str
    base_name: str
    version: str | None
    size: str | None
    instruct_tag: str | None
    modifier: str | None
    quant: str
    modality: str | None
    is_multimodal: bool | None
    is_original: bool
    is_mirror: bool
    original: str | None
    stem: str
    variants: list[str]
    parameters: int | None
    active_parameters: int | None
    summary: str | None
    hub: HubEntry | None
    downloads: list[int | None] | None


class FamilyEntry(TypedDict):
    """One line of models."""

    name: str
    title: str
    models: int


class QuantEntry(TypedDict):
    """A kind of quantisation that some model has."""

    name: str
    tag: str
    models: int


class RetiredEntry(TypedDict):
    """A name that was."""

    constant: str
    repo_id: str
    family: str
    why: str
    since: str
    replacement: str | None


Catalog = TypedDict(
    "Catalog",
    {
        "$schema": str,
        "families": list[FamilyEntry],
        "quants": list[QuantEntry],
        "days": list[str],
        "models": list[ModelEntry],
        "retired": list[RetiredEntry],
    },
)
"""The whole of `catalog.json`."""


def catalog_data(
    families: Sequence[Family],
    *,
    lock: Mapping[str, LockEntry] | None = None,
    stats: Usage | None = None,
) -> Catalog:
    """What the families declare and retire, with verdicts by repo id and downloads over time."""
    models = [model for family in families for model in family.models]
    variants = _variants(models)
    entries = lock or {}
    counts: Mapping[str, Sequence[int | None]] = stats.downloads if stats else {}
    quants = [model.quant_type for model in models]
    return {
        "$schema": "catalog.schema.json",
        "families": [
            {"name": f.stem, "title": f.summary.removesuffix("."), "models": len(f.models)}
            for f in families
        ],
        "quants": [
            {"name": quant.name, "tag": quant.tag, "models": quants.count(quant)}
            for quant in used_quants(families)
            if quant in quants
        ],
        "days": list(stats.days) if stats else [],
        "models": [
            _model(m, variants[m.repo_id], entries.get(m.repo_id), counts.get(m.repo_id))
            for m in models
        ],
        "retired": _retired(families),
    }


def _model(
    model: Model,
    variants: list[str],
    entry: LockEntry | None,
    downloads: Sequence[int | None] | None,
) -> ModelEntry:
    hub: HubEntry | None = None
    if entry:
        canonical = entry.verdict.canonical
        hub = {
            "verdict": str(entry.verdict.status),
            "checked": entry.verified.isoformat(),
            "canonical": canonical if canonical != model.repo_id else None,
        }
    return {
        "constant": model.constant,
        "repo_id": model.repo_id,
        "url": f"{_HUB}/{quote(model.repo_id)}",
        "family": model.family,
        "uploader": model.org,
        "base_name": model.base_name,
        "version": model.version,
        "size": model.size,
        "instruct_tag": model.instruct_tag,
        "modifier": model.modifier,
        "quant": model.quant_type.name,
        "modality": model.modality,
        "is_multimodal": model.is_multimodal,
        "is_original": model.is_original,
        "is_mirror": model.is_mirror,
        "original": model.original,
        "stem": model.stem,
        "variants": variants,
        "parameters": model.parameters,
        "active_parameters": model.active_parameters,
        "summary": model.summary,
        "hub": hub,
        "downloads": None if downloads is None else list(downloads),
    }


def _variants(models: Sequence[Model]) -> dict[str, list[str]]:
    """Repo id -> the other repos of the same model, as `.variants` of the generated package has
    them: those of one stem, or for an upstream repo all that come from it."""
    by_stem: dict[str, list[str]] = {}
    by_original: dict[str, list[str]] = {}
    for model in models:
        by_stem.setdefault(model.stem.casefold(), []).append(model.repo_id)
        if model.original is not None:
            by_original.setdefault(model.original, []).append(model.repo_id)
    return {
        model.repo_id: (
            by_original.get(model.repo_id, [])
            if model.is_original and model.original is None
            else [other for other in by_stem[model.stem.casefold()] if other != model.repo_id]
        )
        for model in models
    }


def _retired(families: Sequence[Family]) -> list[RetiredEntry]:
    """The retired names of each family, in the order of the families and then by date."""
    home = {(r.name, r.repo_id): f.stem for f in families for r in f.retired}
    order = {family.stem: index for index, family in enumerate(families)}
    entries: list[RetiredEntry] = [
        {
            "constant": gone.name,
            "repo_id": gone.repo_id,
            "family": home[gone.name, gone.repo_id],
            "why": gone.why,
            "since": gone.since,
            "replacement": gone.replacement,
        }
        for gone in settle(families)
    ]
    return sorted(entries, key=lambda entry: order[entry["family"]])


def evenly(items: Sequence[_T]) -> list[_T]:
    """Up to thirty of the items, evenly, the first and the last among them: of a history as many
    days as a chart of a hundred pixels can show."""
    if len(items) <= MOST_DAYS:
        return list(items)
    last = len(items) - 1
    return [items[round(step * last / (MOST_DAYS - 1))] for step in range(MOST_DAYS)]

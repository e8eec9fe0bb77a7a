"""Everything that the definitions declare, as plain values: the content of `catalog.json`.

Facts from the Hub and downloads are added where they are known. The result depends on the arguments
alone; `catalog.schema.json` describes it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypedDict, TypeVar, cast
from urllib.parse import quote

from ..hub.lock import LockEntry
from ..models.model import Family, Model
from ..models.retirement import settle
from ..names.quant import quant_order

_HUB = "https://huggingface.co"
_T = TypeVar("_T")

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

MOST_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Downloads and likes."""

    days: Sequence[str]
    """The recorded days, at most `MOST_DAYS`, in order: "2026-11-25"."""
    downloads: Mapping[str, Sequence[int | None]]
    """Repo id -> downloads in the 30 days before each of the days; None if not recorded."""
    likes: Mapping[str, int | None] = field(default_factory=dict[str, int | None])
    """Repo id -> likes on the last day."""


class HubEntry(TypedDict):
    """What the Hub reported for a repo."""

    verdict: str
    checked: str
    canonical: str | None
    license: str | None
    gated: str | None
    created: str | None
    last_modified: str | None


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
    is_base: bool | None
    is_chat: bool | None
    is_moe: bool | None
    is_original: bool
    is_mirror: bool
    original: str | None
    stem: str
    variants: list[str]
    parameters: int | None
    active_parameters: int | None
    license: str | None
    context_length: int | None
    summary: str | None
    hub: HubEntry | None
    downloads: list[int | None] | None
    likes: int | None


class FamilyEntry(TypedDict):
    """A family."""

    name: str
    title: str
    models: int


class QuantEntry(TypedDict):
    """A quantization that some model has."""

    name: str
    tag: str
    about: str | None
    models: int


class RetiredEntry(TypedDict):
    """A retired name."""

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
        "import": str,
        "families": list[FamilyEntry],
        "quants": list[QuantEntry],
        "days": list[str],
        "models": list[ModelEntry],
        "retired": list[RetiredEntry],
    },
)
"""The content of `catalog.json`."""


def catalog_data(
    families: Sequence[Family],
    *,
    package: str = "generated",
    lock: Mapping[str, LockEntry] | None = None,
    stats: Usage | None = None,
) -> Catalog:
    """Everything that the families declare and retire, with the entries of a lock and the use.

    `package` is what the generated package is imported as.
    """
    models = [model for family in families for model in family.models]
    variants = _variants(models)
    data: Catalog = {
        "$schema": "catalog.schema.json",
        "import": f"from {package} import Models",
        "families": [
            {"name": _value(f.stem), "title": f.summary.removesuffix("."), "models": len(f.models)}
            for f in families
        ],
        "quants": _quants(models),
        "days": list(stats.days) if stats else [],
        "models": [
            _model(m, variants[m.repo_id], (lock or {}).get(m.repo_id), stats) for m in models
        ],
        "retired": _retired(families),
    }
    return _clean(data)


def _value(stem: str) -> str:
    """The value of the family in `Family`."""
    return stem.replace("_", "-")


def _quants(models: Sequence[Model]) -> list[QuantEntry]:
    counts = Counter(model.quant_type for model in models)
    return [
        {
            "name": quant.name,
            "tag": quant.tag,
            "about": quant.doc,
            "models": counts[quant],
        }
        for quant in sorted(counts, key=quant_order)
    ]


def _model(
    model: Model, variants: list[str], entry: LockEntry | None, stats: Usage | None
) -> ModelEntry:
    downloads = stats.downloads.get(model.repo_id) if stats else None
    return {
        "constant": model.constant,
        "repo_id": model.repo_id,
        "url": f"{_HUB}/{quote(model.repo_id)}",
        "family": _value(model.family),
        "uploader": model.org,
        "base_name": model.base_name,
        "version": model.version,
        "size": model.size,
        "instruct_tag": model.instruct_tag,
        "modifier": model.modifier,
        "quant": model.quant_type.name,
        "modality": model.modality,
        "is_multimodal": model.is_multimodal,
        "is_base": model.is_base,
        "is_chat": model.is_chat,
        "is_moe": model.is_moe,
        "is_original": model.is_original,
        "is_mirror": model.is_mirror,
        "original": model.original,
        "stem": model.stem,
        "variants": variants,
        "parameters": model.parameters,
        "active_parameters": model.active_parameters,
        "license": model.license,
        "context_length": model.context_length,
        "summary": model.summary,
        "hub": _hub(model.repo_id, entry) if entry else None,
        "downloads": None if downloads is None else list(downloads),
        "likes": stats.likes.get(model.repo_id) if stats else None,
    }


def _hub(repo_id: str, entry: LockEntry) -> HubEntry:
    verdict = entry.verdict
    return {
        "verdict": str(verdict.status),
        "checked": entry.verified.isoformat(),
        "canonical": verdict.canonical if verdict.canonical != repo_id else None,
        "license": verdict.license,
        "gated": verdict.gated,
        "created": verdict.created.isoformat() if verdict.created else None,
        "last_modified": verdict.last_modified.isoformat() if verdict.last_modified else None,
    }


def _variants(models: Sequence[Model]) -> dict[str, list[str]]:
    """Repo id -> the other repos of the same model, as in `.variants` of the generated package.

    These are the repos with the same stem; for an upstream repo, all that come from it.
    """
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
    home = {(r.name, r.repo_id): _value(f.stem) for f in families for r in f.retired}
    order = {_value(family.stem): index for index, family in enumerate(families)}
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
    """At most `MOST_DAYS` of the items, evenly spaced, with the first and the last."""
    if len(items) <= MOST_DAYS:
        return list(items)
    last = len(items) - 1
    return [items[round(step * last / (MOST_DAYS - 1))] for step in range(MOST_DAYS)]


def _clean(value: _T) -> _T:
    """The value with each control character and lone surrogate in its texts replaced."""
    cleaned: object = value
    if isinstance(value, str):
        cleaned = value if value.isprintable() else _UNSAFE.sub("\ufffd", value)
    elif isinstance(value, dict):
        cleaned = {key: _clean(item) for key, item in cast("dict[str, Any]", value).items()}
    elif isinstance(value, list):
        cleaned = [_clean(item) for item in cast("list[Any]", value)]
    return cast("_T", cleaned)

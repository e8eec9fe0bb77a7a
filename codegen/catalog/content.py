"""Everything that the definitions declare, as plain values: the content of `catalog.json`.

Facts from the Hub and downloads are added where they are known. The result depends on the arguments
alone; `catalog.schema.json` describes it.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, TypeVar, cast
from urllib.parse import quote

from ..hub.facts import Facts
from ..hub.lock import LockEntry
from ..hub.verdict import OTHER_REPO, Verdict
from ..models.model import Family, Model
from ..models.retirement import resolve_retired
from ..names.quant import in_words, quant_order

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


Entry = dict[str, Any]
"""An object in `catalog.json`; `schema.json` describes its fields."""

Catalog = TypedDict(
    "Catalog",
    {
        "$schema": str,
        "import": str,
        "families": list[Entry],
        "quants": list[Entry],
        "days": list[str],
        "models": list[Entry],
        "retired": list[Entry],
    },
)
"""The content of `catalog.json`."""

SCHEMA = (Path(__file__).parent / "schema.json").read_text("utf-8")
"""The JSON Schema of `catalog.json`."""

_PROPERTIES = json.loads(SCHEMA)["$defs"]["model"]["properties"]
_MODEL_FIELDS = [f.name for f in fields(Model) if f.name in _PROPERTIES]
_HUB_FIELDS = ("gated", "license", "created", "last_modified")


def catalog_data(
    families: Sequence[Family],
    *,
    package: str = "generated",
    lock: Mapping[str, LockEntry] | None = None,
    stats: Usage | None = None,
) -> Catalog:
    """Everything that the families declare and retire, with the facts of a lock and the usage.

    `package` is the name that the generated package is imported by.
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


def _quants(models: Sequence[Model]) -> list[Entry]:
    counts = Counter(model.quant_type for model in models)
    return [
        {"name": quant.name, "tag": quant.tag, "about": in_words(quant), "models": counts[quant]}
        for quant in sorted(counts, key=quant_order)
    ]


def _model(
    model: Model, variants: list[str], entry: LockEntry | None, stats: Usage | None
) -> Entry:
    downloads = stats.downloads.get(model.repo_id) if stats else None
    return {
        **{name: getattr(model, name) for name in _MODEL_FIELDS},
        "url": f"{_HUB}/{quote(model.repo_id)}",
        "family": _value(model.family),
        "uploader": model.org,
        "quant": model.quant_type.name,
        "variants": variants,
        "hub": _hub(model.repo_id, entry) if entry else None,
        "downloads": None if downloads is None else list(downloads),
        "likes": stats.likes.get(model.repo_id) if stats else None,
    }


def _hub(repo_id: str, entry: LockEntry) -> Entry:
    verdict = entry.verdict
    facts = {name: getattr(verdict, name) for name in _HUB_FIELDS}
    return {
        "verdict": str(verdict.status),
        "checked": entry.verified.isoformat(),
        "canonical": verdict.canonical if verdict.canonical != repo_id else None,
        **{name: f"{fact}" if isinstance(fact, date) else fact for name, fact in facts.items()},
        **_content(verdict),
    }


def _content(verdict: Verdict) -> Entry:
    """The recorded contents of a repo."""
    facts = (verdict.status not in OTHER_REPO and verdict.facts) or Facts()
    return {
        "revision": facts.sha,
        "pipeline_tag": facts.pipeline_tag,
        "base_models": list(facts.base_models),
        "parameters": facts.parameters,
        "context_length": facts.context_length,
        "files": None if facts.files is None else list(map(asdict, facts.files)),
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


def _retired(families: Sequence[Family]) -> list[Entry]:
    """The retired names, in the order of the families and then by date."""
    home = {(r.name, r.repo_id): n for n, f in enumerate(families) for r in f.retired}
    retired = resolve_retired(families)
    return [
        {
            "constant": gone.name,
            "family": _value(families[home[gone.name, gone.repo_id]].stem),
            "repo_id": gone.repo_id,
            "why": gone.why,
            "since": gone.since,
            "replacement": replacement,
        }
        for gone, replacement in sorted(retired, key=lambda r: home[r[0].name, r[0].repo_id])
    ]


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

"""Models with the facts of the lock, which override names and definitions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..models.model import Family, Model
from .entry import LockEntry
from .verdict import OTHER_REPO


def with_facts(families: Sequence[Family], lock: Mapping[str, LockEntry]) -> tuple[Family, ...]:
    """The families, each model with the recorded facts of its repo."""
    if not lock:
        return tuple(families)
    return tuple(
        replace(family, models=tuple(_known(m, lock.get(m.repo_id)) for m in family.models))
        for family in families
    )


def _known(model: Model, entry: LockEntry | None) -> Model:
    if entry is None or entry.verdict.status in OTHER_REPO:
        return model
    verdict, facts = entry.verdict, entry.verdict.facts
    known: dict[str, Any] = {
        "license": verdict.license,
        "is_gated": True if verdict.gated else None,
    }
    if facts:
        known |= {
            "is_gated": facts.is_gated,
            "parameters": facts.parameters,
            "context_length": facts.context_length,
            "revision": facts.sha if model.revision is None else None,  # a pin stays
            "files": facts.files,
        }
    return replace(model, **{name: value for name, value in known.items() if value is not None})

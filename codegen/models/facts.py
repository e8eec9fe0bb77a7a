"""Merge what several definitions state about one upstream repo, and report contradictions."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..load.source import field_mistake
from ..problem import Problem
from .model import Model

_FACTS = {
    "modality": "modality",
    "is_multimodal": "is_multimodal",
    "is_base": "untagged",
    "is_chat": "untagged",
    "is_moe": "active_parameters",
    "parameters": "parameters",
    "active_parameters": "active_parameters",
    "license": "license",
    "context_length": "context_length",
    "revision": "revisions",
    "revisions": "revisions",
}
"""Attributes that are facts about a model, and the field of a definition that states each."""


def merge_facts(models: Iterable[Model]) -> tuple[dict[str, Model], list[Problem]]:
    """Merge upstream repos by id: the first definition counts, and the others fill in what it does
    not state. Also returns a problem for every fact that two definitions state differently."""
    merged: dict[str, Model] = {}
    problems: dict[str, Problem] = {}
    for model in models:
        first = merged.setdefault(model.repo_id, model)
        learned: dict[str, Any] = {}
        for attribute, field in _FACTS.items():
            before, now = getattr(first, attribute), getattr(model, attribute)
            if before is None:
                learned |= {attribute: now} if now is not None else {}
            elif now not in (None, before) and model.repo_id not in problems:
                there = f"{before!r} at {first.where} ({first.family})"
                wrong = f"{model.repo_id} has {attribute} {now!r} here and {there}"
                cure = f"State the same {field} in both."
                problems[model.repo_id] = field_mistake(model.where, field, wrong, cure)
        if learned:
            merged[model.repo_id] = replace(first, **learned)
    return merged, list(problems.values())

"""`verify --facts`: what the Hub says of models, compared with what is declared."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import click

from ..hub.contradictions import Contradiction
from ..hub.facts import Facts
from ..hub.verdict import Verdict
from .words import counted

_COMPARED = ("fact", "declared", "hub", "text", "cure", "is_note")
_RECORDED = ("sha", "pipeline_tag", "base_models", "parameters", "architecture", "context_length")


def print_contradictions(facts: Sequence[Contradiction], wrong: str, note: str) -> None:
    """Print a line and its cure for each fact, notes last, and the counts."""
    for fact in sorted(facts, key=lambda fact: fact.is_note):
        model, mark = fact.model, note if fact.is_note else wrong
        click.echo(f"{mark} {model.repo_id}: {fact.text} ({model.where})\n    {fact.cure}")
    notes = sum(fact.is_note for fact in facts)
    click.echo(f"facts: {len(facts) - notes:,} contradicted, {counted(notes, 'note')}")


def contradiction_row(fact: Contradiction) -> dict[str, object]:
    """A contradiction for `--json`."""
    compared = {name: getattr(fact, name) for name in _COMPARED}
    return {"id": fact.model.repo_id, **compared, "where": str(fact.model.where)}


def facts_row(verdict: Verdict) -> Mapping[str, object]:
    """What a repo holds, for `--json`; nothing if the Hub was not asked."""
    facts: Facts | None = verdict.facts
    if facts is None:
        return {}
    files = facts.files and [asdict(file) for file in facts.files]
    return {**{name: getattr(facts, name) for name in _RECORDED}, "files": files}

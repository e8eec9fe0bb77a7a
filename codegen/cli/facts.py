"""`verify --facts`: what the Hub says of models, beside what is declared."""

from collections.abc import Mapping, Sequence

import click

from ..hub.contradictions import Contradiction
from ..hub.verdict import Verdict

_NOTES = {True: "·", False: "-"}
"""The mark of a note, also in ASCII."""


def print_contradictions(facts: Sequence[Contradiction], mark: str, *, has_unicode: bool) -> None:
    """Print a line and its cure for each fact, notes last, and the counts."""
    for fact in sorted(facts, key=lambda fact: fact.is_note):
        model = fact.model
        sign = _NOTES[has_unicode] if fact.is_note else mark
        click.echo(f"{sign} {model.repo_id}: {fact.text} ({model.where})\n    {fact.cure}")
    notes = sum(fact.is_note for fact in facts)
    wrong = len(facts) - notes
    texts = f"{wrong:,} contradicted", f"{notes:,} note{'s'[: notes != 1]}"
    click.echo(f"facts: {', '.join(texts)}")


def contradiction_row(fact: Contradiction) -> dict[str, object]:
    """A contradiction for `--json`."""
    return {
        "id": fact.model.repo_id,
        "fact": fact.fact,
        "declared": fact.declared,
        "hub": fact.hub,
        "text": fact.text,
        "cure": fact.cure,
        "is_note": fact.is_note,
        "where": str(fact.model.where),
    }


def facts_row(verdict: Verdict) -> Mapping[str, object]:
    """What a repo holds, for `--json`; nothing if the Hub was not asked."""
    if (facts := verdict.facts) is None:
        return {}
    return {
        "sha": facts.sha,
        "pipeline_tag": facts.pipeline_tag,
        "base_models": list(facts.base_models),
        "parameters": facts.parameters,
        "architecture": facts.architecture,
        "context_length": facts.context_length,
        "files": (
            None
            if facts.files is None
            else [{"name": f.name, "quant": f.quant, "shards": f.shards} for f in facts.files]
        ),
    }

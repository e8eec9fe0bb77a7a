"""The verdicts on declared models: from the Hub, or from the lock."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ..models.model import Model
from .verdict import FINDINGS, Kind, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """One declared model and what has become of it."""

    model: Model
    verdict: Verdict
    is_declared: bool = False
    """Whether the canonical id, another than the model's, is itself declared."""

    @property
    def is_wrong(self) -> bool:
        """Whether the definition is to be changed."""
        return self.verdict.kind in FINDINGS


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of the declared models, in their order."""

    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """Those whose definition is to be changed: a wrong case, renamed, disabled, missing."""
        return tuple(finding for finding in self.findings if finding.is_wrong)

    @property
    def unknown(self) -> tuple[Finding, ...]:
        """Those of which nothing could be found out."""
        return tuple(f for f in self.findings if f.verdict.kind is Kind.UNKNOWN)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdict on each id."""
        return {finding.model.repo_id: finding.verdict for finding in self.findings}

    @property
    def counts(self) -> dict[Kind, int]:
        """How many there are of each kind that there is, in the order of Kind."""
        counted = Counter(finding.verdict.kind for finding in self.findings)
        return {kind: counted[kind] for kind in Kind if counted[kind]}


def verify(
    models: Iterable[Model],
    *,
    declared: Iterable[str] | None = None,
    recorded: Mapping[str, Verdict] | None = None,
    progress: Callable[[int], None] | None = None,
    say: Callable[[str], None] | None = None,
) -> Report:
    """Ask the Hub about every one of these models.

    `declared` are all ids that the project declares, if these models are not all of them;
    `recorded` the verdicts of the lock, to tell a repo from another that took its id. Progress
    is told how many are answered, `say` of long waits. Raises HubError where nothing can be asked.
    """
    from .ask import ask  # which imports huggingface_hub: reports from the lock do without

    listed = list(models)
    verdicts = ask([model.repo_id for model in listed], progress=progress, say=say)
    return make_report(listed, verdicts, declared=declared, recorded=recorded)


def make_report(
    models: Iterable[Model],
    verdicts: Mapping[str, Verdict],
    *,
    declared: Iterable[str] | None = None,
    recorded: Mapping[str, Verdict] | None = None,
) -> Report:
    """The report on these models, each of which has a verdict."""
    listed = list(models)
    known = frozenset(declared or (model.repo_id for model in listed))
    return Report(tuple(_finding(m, verdicts[m.repo_id], known, recorded or {}) for m in listed))


def _finding(
    model: Model, verdict: Verdict, declared: frozenset[str], recorded: Mapping[str, Verdict]
) -> Finding:
    before = recorded.get(model.repo_id)
    if before and before.hub_id and verdict.hub_id and before.hub_id != verdict.hub_id:
        verdict = replace(verdict, is_other=True)
    is_moved = verdict.canonical not in (None, model.repo_id)
    return Finding(model, verdict, is_moved and verdict.canonical in declared)

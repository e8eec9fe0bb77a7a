"""The verdicts on declared models: from the Hub, or from the lock."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..models.model import Model
from .verdict import FINDINGS, Status, Verdict

if TYPE_CHECKING:
    from .session import Limits


@dataclass(frozen=True, slots=True)
class CheckedModel:
    """A declared model and the verdict on its id."""

    model: Model
    verdict: Verdict
    is_declared: bool = False
    """Whether the canonical id differs from the model's and is declared too."""

    @property
    def is_wrong(self) -> bool:
        """Whether the definition has to change."""
        return self.verdict.status in FINDINGS

    @property
    def is_unknown(self) -> bool:
        """Whether the Hub could not be asked, or gave no answer."""
        return self.verdict.status is Status.UNKNOWN


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What is known about the declared models, in their own order."""

    models: tuple[CheckedModel, ...]

    @property
    def wrong(self) -> tuple[CheckedModel, ...]:
        """Those whose definition has to change."""
        return tuple(checked for checked in self.models if checked.is_wrong)

    @property
    def unknown(self) -> tuple[CheckedModel, ...]:
        """Those without an answer from the Hub."""
        return tuple(checked for checked in self.models if checked.is_unknown)

    @property
    def lacking(self) -> tuple[CheckedModel, ...]:
        """Those whose facts are unknown."""
        return tuple(checked for checked in self.models if checked.verdict.lacks_facts)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdict on each id."""
        return {checked.model.repo_id: checked.verdict for checked in self.models}

    @property
    def counts(self) -> dict[Status, int]:
        """How many models have each status that occurs, in the order of Status."""
        counted = Counter(checked.verdict.status for checked in self.models)
        return {status: counted[status] for status in Status if counted[status]}


def verify(
    models: Iterable[Model],
    *,
    declared: Iterable[str] | None = None,
    recorded: Mapping[str, Verdict] | None = None,
    facts: bool = False,
    verdicts: dict[str, Verdict] | None = None,
    progress: Callable[[int], None] | None = None,
    notify: Callable[[str], None] | None = None,
    limits: "Limits | None" = None,
) -> VerifyReport:
    """Ask the Hub about these models.

    `declared` are all ids that the project declares, if these models are not all. `recorded` are
    the verdicts of the lock: an id that another repo has now is TAKEN_OVER. The other options are
    those of `ask`. Raises HubError if nothing can be asked.
    """
    from .ask import ask  # it imports an HTTP client, which reports from the lock do without

    models, known = list(models), recorded or {}
    answered = ask(
        [model.repo_id for model in models],
        facts=facts,
        recorded=known,
        verdicts=verdicts,
        progress=progress,
        notify=notify,
        limits=limits,
    )
    return make_report(models, compared(answered, known), declared=declared)


def make_report(
    models: Iterable[Model],
    verdicts: Mapping[str, Verdict],
    *,
    declared: Iterable[str] | None = None,
) -> VerifyReport:
    """Make the report on these models, each of which has a verdict."""
    models = list(models)
    known = frozenset(declared or (model.repo_id for model in models))
    checked: list[CheckedModel] = []
    for model in models:
        canonical = verdicts[model.repo_id].canonical
        is_declared = canonical != model.repo_id and canonical in known
        checked.append(CheckedModel(model, verdicts[model.repo_id], is_declared))
    return VerifyReport(tuple(checked))


def compared(
    verdicts: Mapping[str, Verdict], recorded: Mapping[str, Verdict]
) -> dict[str, Verdict]:
    """The verdicts, with TAKEN_OVER for ids whose repo is not the recorded one."""
    result = dict(verdicts)
    for repo_id, verdict in verdicts.items():
        before = recorded[repo_id].hub_id if repo_id in recorded else None
        if before and verdict.hub_id and before != verdict.hub_id:
            result[repo_id] = replace(verdict, status=Status.TAKEN_OVER)
    return result

"""The verdicts on declared models: from the Hub, or from the lock."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..models.model import Model
from .verdict import FINDINGS, Status, Verdict

if TYPE_CHECKING:
    from .session import Limits


@dataclass(frozen=True, slots=True)
class CheckedModel:
    """One declared model, and what became of its id."""

    model: Model
    """The model."""
    verdict: Verdict
    """What is known about its id."""
    is_declared: bool = False
    """Whether the canonical id, another than the model's, is itself declared."""

    @property
    def is_wrong(self) -> bool:
        """Whether the definition has to change."""
        return self.verdict.status in FINDINGS

    @property
    def is_unknown(self) -> bool:
        """Whether nothing could be found out."""
        return self.verdict.status is Status.UNKNOWN


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What is known about the declared models."""

    models: tuple[CheckedModel, ...]
    """The models, in their own order."""

    @property
    def wrong(self) -> tuple[CheckedModel, ...]:
        """Those whose definition has to change."""
        return tuple(checked for checked in self.models if checked.is_wrong)

    @property
    def unknown(self) -> tuple[CheckedModel, ...]:
        """Those about which nothing could be found out."""
        return tuple(checked for checked in self.models if checked.is_unknown)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdict on each id."""
        return {checked.model.repo_id: checked.verdict for checked in self.models}

    @property
    def lacking(self) -> tuple[CheckedModel, ...]:
        """Those whose facts were not answered, if anybody asked for them."""
        return tuple(checked for checked in self.models if checked.verdict.lacks_facts)

    @property
    def counts(self) -> dict[Status, int]:
        """How many there are of each status that occurs, in the order of Status."""
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
    """Ask the Hub about every one of these models.

    `declared` are all ids that the project declares, if these models are not all; `recorded` are
    the verdicts of the lock, by id: a repo that answers to an id of another is TAKEN_OVER. With
    `facts` the Hub is asked what repos hold, too. `verdicts` is filled on the way.
    `progress` gets the number of answers, `notify` sentences about waits and odd answers.
    Raises HubError if nothing can be asked.
    """
    from .ask import ask  # it imports an HTTP client, which reports from the lock do without

    listed = list(models)
    ids = [model.repo_id for model in listed]
    known = recorded or {}
    answered = ask(
        ids,
        facts=facts,
        recorded=known,
        verdicts=verdicts,
        progress=progress,
        notify=notify,
        limits=limits,
    )
    return make_report(listed, compared(answered, known), declared=declared)


def make_report(
    models: Iterable[Model],
    verdicts: Mapping[str, Verdict],
    *,
    declared: Iterable[str] | None = None,
) -> VerifyReport:
    """Make the report on these models, each of which has a verdict."""
    listed = list(models)
    known = frozenset(declared or (model.repo_id for model in listed))
    return VerifyReport(tuple(_checked(model, verdicts[model.repo_id], known) for model in listed))


def _checked(model: Model, verdict: Verdict, declared: Collection[str]) -> CheckedModel:
    is_moved = verdict.canonical not in (None, model.repo_id)
    return CheckedModel(model, verdict, is_moved and verdict.canonical in declared)


def compared(
    verdicts: Mapping[str, Verdict], recorded: Mapping[str, Verdict]
) -> dict[str, Verdict]:
    """The verdicts, compared with those recorded before: TAKEN_OVER for another repo."""
    return {repo_id: _compared(v, recorded.get(repo_id)) for repo_id, v in verdicts.items()}


def _compared(verdict: Verdict, before: Verdict | None) -> Verdict:
    """The verdict, unless the repo is another than the one that had this id before."""
    if before and before.hub_id and verdict.hub_id and before.hub_id != verdict.hub_id:
        return replace(verdict, status=Status.TAKEN_OVER)
    return verdict

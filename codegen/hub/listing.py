"""What an owner has, from the Hub: all of it, or a reason why not."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .client import Door, settled
from .failure import NoAnswer, explain

if TYPE_CHECKING:
    from huggingface_hub import ModelInfo

_AGAIN = 100
"""Repos that a listing may bring twice; more of them mean that its pages lead back."""

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Listing:
    """The repos of one owner."""

    rows: "tuple[ModelInfo, ...]"
    """Newest first, each id once."""
    complete: bool
    """Whether these are all. A listing may be complete and empty for an owner spelled wrongly."""
    reason: str = ""
    """Why it is not complete."""


def list_one(door: Door, owner: str, expand: Sequence[str], progress: Progress) -> Listing:
    """Everything of one owner, with as many tries and waits as that takes."""
    inquiry = _Inquiry(door, owner, expand, progress)
    inquiry.try_once()
    return inquiry.result()


def list_each(
    door: Door, owners: Sequence[str], expand: Sequence[str], pool: Executor
) -> Iterator[tuple[str, Listing]]:
    """The listings of several owners, several at a time.

    The first is listed alone: where no Hub answers, it is not to be waited for once for every
    owner, and the others are left out. What fails is tried again outside of the pool, in which no
    thread is to sleep.
    """
    for owner in owners[:1]:
        yield owner, list_one(door, owner, expand, lambda _: None)
    if not door.has_answered:
        return
    others = [_Inquiry(door, owner, expand) for owner in owners[1:]]
    for inquiry, _ in zip(others, pool.map(_Inquiry.try_once, others), strict=True):
        yield inquiry.owner, inquiry.result()


@dataclass(slots=True)
class _Inquiry:
    """A listing that is being made."""

    door: Door
    owner: str
    expand: Sequence[str]
    progress: Progress = lambda _: None
    rows: "dict[str, ModelInfo]" = field(default_factory=dict)
    failure: NoAnswer | None = None

    def try_once(self) -> None:
        """By date of creation: the one order in which nothing moves between two pages."""
        self.failure = None
        seen: set[str] = set()
        again = 0
        try:
            for info in self.door.api.list_models(
                author=self.owner,
                sort="created_at",
                expand=list(self.expand),  # type: ignore[arg-type]  # the Hub knows more of them
            ):
                again += info.id in seen
                if again > _AGAIN:
                    raise NoAnswer("its pages lead in a circle", again=False)
                seen.add(info.id)
                self.rows.setdefault(info.id, info)
                self.progress(len(self.rows))
        except Exception as error:
            self.failure = explain(settled(self.door, error))

    def result(self) -> Listing:
        """After waits and further tries where the first has failed."""
        tries = 1
        while failure := self.failure:
            is_over = not failure.again or tries == self.door.patience.tries
            if is_over or not self.door.wait(failure, tries - 1):
                break
            self.try_once()
            tries += 1
        reason = failure.reason if failure else ""
        return Listing(tuple(self.rows.values()), complete=not failure, reason=reason)

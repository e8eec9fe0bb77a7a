"""Ask the Hub: everything an owner has, or what has become of ids. The door to the network."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from .hub_client import PATIENCE, Door, HubError, Patience, open_door
from .hub_failure import NoAnswer, explain
from .hub_verdict import EXPAND, doubts_token, from_error, from_info
from .verdict import Kind, Verdict

if TYPE_CHECKING:
    from huggingface_hub import ModelInfo

__all__ = ["PATIENCE", "HubError", "Listing", "Patience", "ask", "list_uploads"]

_AT_ONCE = 16
"""Requests in flight. More are not much faster and cost a connection each."""
_FEW = 3
"""So many ids of one owner are asked for one by one: a listing takes a request or more as well,
and brings up to a thousand rows with each."""

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


def list_uploads(
    owner: str,
    *,
    expand: Sequence[str],
    progress: Progress | None = None,
    patience: Patience = PATIENCE,
) -> Listing:
    """All repos of an owner that anybody may see, with the properties named by `expand`.

    One request for a thousand. `progress` is told how many there are so far. Never raises for
    what goes wrong on the way: the listing says so.
    """
    try:
        with open_door(patience) as door:
            return _list(door, owner, expand, progress or _nobody)
    except HubError as error:
        return Listing((), complete=False, reason=str(error))


def ask(
    ids: Iterable[str],
    *,
    progress: Progress | None = None,
    say: Callable[[str], None] | None = None,
    patience: Patience = PATIENCE,
) -> dict[str, Verdict]:
    """What has become of each of these ids, in their order.

    Owners with many of them are listed first; what no listing has is asked for one by one, some
    at a time. `progress` is told how many are answered so far, `say` of long waits. What could
    not be found out is UNKNOWN with the reason. Raises HubError where nothing can be asked:
    offline, or with a token that is no good.
    """
    wanted = list(dict.fromkeys(ids))
    tell = progress or _nobody
    found: dict[str, Verdict] = {}
    with open_door(patience, say) as door:
        for owner, group in groupby(sorted(wanted, key=_owner), key=_owner):
            theirs = list(group)
            if len(theirs) > _FEW:
                found |= _from_listing(theirs, _list(door, owner, EXPAND, _nobody))
                tell(len(found))
                if not door.has_answered:
                    break  # there is no Hub: it is not to be waited for once for every owner
        left = [repo_id for repo_id in wanted if repo_id not in found]
        found |= _ask_each(door, left, lambda number: tell(len(found) + number))
    return {repo_id: found[repo_id] for repo_id in wanted}


def _nobody(number: int) -> None:
    """Who is told of progress where nobody wants to know."""


def _owner(repo_id: str) -> str:
    return repo_id.rpartition("/")[0]


def _list(door: Door, owner: str, expand: Sequence[str], progress: Progress) -> Listing:
    """By date of creation: the one order in which nothing moves between two pages."""
    rows: dict[str, ModelInfo] = {}
    tries = 0
    while True:
        try:
            for info in door.api.list_models(
                author=owner,
                sort="created_at",
                expand=list(expand),  # type: ignore[arg-type]  # the Hub knows more of them
            ):
                rows.setdefault(info.id, info)
                progress(len(rows))
            return Listing(tuple(rows.values()), complete=True)
        except Exception as error:
            failure = explain(_settled(door, error))
        tries += 1
        if not failure.again or tries == door.patience.tries or not door.wait(failure, tries - 1):
            return Listing(tuple(rows.values()), complete=False, reason=failure.reason)


def _from_listing(ids: Iterable[str], listing: Listing) -> dict[str, Verdict]:
    """Verdicts on those that a listing has, if in other letters; even from a part of one."""
    infos = {info.id.casefold(): info for info in listing.rows}
    return {
        repo_id: from_info(repo_id, infos[repo_id.casefold()])
        for repo_id in ids
        if repo_id.casefold() in infos
    }


def _ask_each(door: Door, ids: Sequence[str], progress: Progress) -> dict[str, Verdict]:
    """In rounds: what failed in one is asked for again in the next, after a wait in between, in
    which no thread sleeps; until rounds bring nothing any more."""
    found: dict[str, Verdict] = {}
    left, idle = list(ids), 0
    pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="hub")
    try:
        while left:
            said = dict(zip(left, pool.map(_Round(door).ask_one, left), strict=True))
            found |= {i: verdict for i, verdict in said.items() if isinstance(verdict, Verdict)}
            failed = {i: failure for i, failure in said.items() if isinstance(failure, NoAnswer)}
            idle = idle + 1 if len(failed) == len(left) else 0
            left = [i for i, failure in failed.items() if failure.again]
            longest = max((failed[i] for i in left), key=lambda f: f.wait or 0.0, default=None)
            if longest and (idle == door.patience.tries or not door.wait(longest, idle)):
                left = []
            found |= {
                repo_id: Verdict(kind=Kind.UNKNOWN, reason=failed[repo_id].reason)
                for repo_id in failed.keys() - set(left)
            }
            progress(len(found))
    finally:  # when it is broken off, nothing more is asked
        pool.shutdown(wait=not left, cancel_futures=True)
    return found


def _settled(door: Door, error: Exception) -> Exception:
    """The error, once it is certain that the token is not to blame; or why that is not certain.

    Raises HubError if it is.
    """
    if door.has_token and doubts_token(error):
        try:
            door.check_token()
        except HubError:
            raise
        except Exception as doubt:
            return doubt
    return error


@dataclass(slots=True)
class _Round:
    """One pass over the ids. It is over for all when the Hub wants to be left alone, when the
    token is no good, or when nothing has been answered for a while."""

    door: Door
    over: NoAnswer | None = None
    error: HubError | None = None
    misses: int = 0

    def ask_one(self, repo_id: str) -> Verdict | NoAnswer:
        if self.error:
            raise self.error
        if self.over:
            return self.over
        patience = self.door.patience
        try:
            info = self.door.api.model_info(repo_id, expand=EXPAND, timeout=patience.timeout)
            verdict = from_info(repo_id, info)
        except Exception as error:
            return self._refusal(repo_id, error)
        self.misses = 0
        return verdict

    def _refusal(self, repo_id: str, error: Exception) -> Verdict | NoAnswer:
        try:
            error = _settled(self.door, error)
        except HubError as refusal:
            self.error = refusal
            raise
        if verdict := from_error(repo_id, error, has_token=self.door.has_token):
            self.misses = 0
            return verdict
        failure = explain(error)
        self.misses += 1
        if failure.wait is not None or self.misses >= _AT_ONCE:
            self.over = NoAnswer(failure.reason, wait=failure.wait)
        return failure

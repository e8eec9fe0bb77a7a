"""Ask the Hub: everything an owner has, or what has become of ids. The door to the network."""

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

from .answer import EXPAND, from_error, from_info
from .client import PATIENCE, Door, HubError, Patience, open_door, settled
from .failure import NoAnswer, explain
from .listing import Listing, Progress, list_each, list_one
from .verdict import Kind, Verdict

__all__ = ["PATIENCE", "HubError", "Listing", "Patience", "ask", "list_uploads"]

_AT_ONCE = 16
"""Requests in flight. More are not much faster and cost a connection each."""
_FEW = 3
"""So many ids of one owner are asked for one by one: a listing takes a request or more as well,
and brings up to a thousand rows with each."""


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
            return list_one(door, owner, expand, progress or _nobody)
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
    with open_door(patience, say) as door, _pool() as pool:
        theirs = _of_many(wanted)
        for owner, listing in list_each(door, list(theirs), EXPAND, pool):
            found |= _from_listing(theirs[owner], listing)
            if listing.complete and not listing.rows:
                found |= _respelled(door, pool, owner, theirs[owner])
            tell(len(found))
        left = [repo_id for repo_id in wanted if repo_id not in found]
        found |= _ask_each(door, pool, left, lambda number: tell(len(found) + number))
    return {repo_id: found[repo_id] for repo_id in wanted}


@contextmanager
def _pool() -> Generator[Executor]:
    """Threads to ask with. When it is broken off nothing more is asked, but what is on its way is
    waited for: a thread whose client is closed meanwhile hangs until its time is up."""
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="hub") as pool:
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)


def _of_many(ids: Iterable[str]) -> dict[str, list[str]]:
    """The ids of each owner that is worth a listing, of the owner with the most first."""
    groups = [list(group) for _, group in groupby(sorted(ids, key=_owner), key=_owner)]
    many = [group for group in groups if len(group) > _FEW]
    return {_owner(group[0]): group for group in sorted(many, key=len, reverse=True)}


def _nobody(number: int) -> None:
    """Who is told of progress where nobody wants to know."""


def _owner(repo_id: str) -> str:
    return repo_id.rpartition("/")[0]


def _respelled(door: Door, pool: Executor, owner: str, ids: Sequence[str]) -> dict[str, Verdict]:
    """Verdicts on ids of an owner that has nothing: perhaps it is spelled otherwise, which listings
    may mind though repos do not. One of them tells."""
    found = _ask_each(door, pool, ids[:1], _nobody)
    name = _owner(found[ids[0]].canonical or "")
    if name == owner or name.casefold() != owner.casefold():
        return found
    return found | _from_listing(ids, list_one(door, name, EXPAND, _nobody))


def _from_listing(ids: Iterable[str], listing: Listing) -> dict[str, Verdict]:
    """Verdicts on those that a listing has, if in other letters; even from a part of one."""
    infos = {info.id.casefold(): info for info in listing.rows}
    return {
        repo_id: from_info(repo_id, infos[repo_id.casefold()])
        for repo_id in ids
        if repo_id.casefold() in infos
    }


def _ask_each(
    door: Door, pool: Executor, ids: Sequence[str], progress: Progress
) -> dict[str, Verdict]:
    """In rounds: what failed in one is asked for again in the next, after a wait in between, in
    which no thread sleeps; until rounds bring nothing any more."""
    found: dict[str, Verdict] = {}
    left, idle = list(ids), 0
    while left:
        failed: dict[str, NoAnswer] = {}
        for repo_id, said in zip(left, pool.map(_Round(door).ask_one, left), strict=True):
            if isinstance(said, NoAnswer):
                failed[repo_id] = said
            else:
                found[repo_id] = said
                progress(len(found))
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
    return found


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
            error = settled(self.door, error)
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

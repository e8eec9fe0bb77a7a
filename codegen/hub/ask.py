"""Asks the Hub about all repos of an owner, or about ids."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from . import facts as hub_facts
from .facts import Facts, is_whole, read_facts
from .failure import Failure
from .listing import Listing, Progress, list_owner, shorten
from .lookup import EXPAND, judge, look_up
from .loop import run
from .repo import Repo
from .session import HubError, Limits, Session, open_session
from .verdict import Status, Verdict

__all__ = ["HubError", "Limits", "Listing", "ask", "list_uploads", "shorten"]

_FEW = 3
"""Up to this many ids of one owner are asked about one by one; for more, a listing takes fewer
requests."""

Notify = Callable[[str], None]


def list_uploads(
    owner: str,
    *,
    expand: Sequence[str],
    progress: Progress | None = None,
    notify: Notify | None = None,
    limits: Limits | None = None,
) -> Listing:
    """List all visible repos of an owner, with the properties named by `expand`.

    `progress` gets the number of repos so far, `notify` a sentence before long waits. Failures are
    not raised: the listing is incomplete and has the reason.
    """

    async def listed() -> Listing:
        async with open_session(limits, notify) as session:
            return await list_owner(session, owner, expand, progress or _ignore)

    try:
        return run(listed())
    except HubError as error:
        return Listing((), complete=False, reason=str(error))


def ask(
    ids: Iterable[str],
    *,
    facts: bool = False,
    recorded: Mapping[str, Verdict] | None = None,
    verdicts: dict[str, Verdict] | None = None,
    progress: Progress | None = None,
    notify: Notify | None = None,
    limits: Limits | None = None,
) -> dict[str, Verdict]:
    """Return the verdict on each of these ids, in their order; with `facts`, also what repos hold.

    `recorded` are earlier verdicts: facts are reused for a repo at the same commit. `verdicts` is
    filled while the Hub answers, so that an interruption loses nothing.

    Owners of many of the ids are listed first; ids without a row are asked about one by one.
    `progress` gets the number of answers so far, `notify` sentences about long waits and odd
    answers. Without an answer, the verdict is UNKNOWN and has the reason. Raises HubError if
    nothing can be asked: offline, or if the Hub refuses the token.
    """
    wanted = list(dict.fromkeys(ids))
    verdicts = {} if verdicts is None else verdicts

    async def ask_all() -> None:
        async with open_session(limits, notify) as session:
            questions = _Questions(session, verdicts, progress or _ignore, facts, recorded or {})
            await questions.list_owners(wanted)
            await questions.ask_each(i for i in wanted if i not in verdicts)
            if facts:
                await questions.ask_for_facts([i for i in wanted if verdicts[i].lacks_facts])

    run(ask_all())
    return {repo_id: verdicts[repo_id] for repo_id in wanted}


class _Questions:
    """The ids of one call of `ask`, and the verdicts so far."""

    def __init__(
        self,
        session: Session,
        verdicts: dict[str, Verdict],
        progress: Progress,
        facts: bool,
        recorded: Mapping[str, Verdict],
    ) -> None:
        self.session = session
        self.verdicts = verdicts
        self.progress = progress
        self.facts = hub_facts.EXPAND if facts else ()
        self.recorded = recorded
        self.listed = [(*EXPAND, *some) for some in (hub_facts.EXPAND, hub_facts.CHEAP) if facts]
        self.failures: list[str] = []

    async def list_owners(self, ids: Iterable[str]) -> None:
        """List the owners of many ids, those with the most ids first.

        The first is listed alone, so that without a Hub only one listing has to time out.
        """
        by_owner: dict[str, list[str]] = defaultdict(list)
        for repo_id in ids:
            by_owner[_owner(repo_id)].append(repo_id)
        many = {owner: theirs for owner, theirs in by_owner.items() if len(theirs) > _FEW}
        owners = sorted(many, key=lambda owner: (-len(many[owner]), owner))
        for owner in owners[:1]:
            await self._list_owner(owner, many[owner])
        if self.session.has_answered:
            await _all(self._list_owner(owner, many[owner]) for owner in owners[1:])

    async def ask_each(self, ids: Iterable[str]) -> None:
        """Ask about each id by itself."""
        await _all(self._ask_one(repo_id) for repo_id in ids)

    async def ask_for_facts(self, ids: Sequence[str]) -> None:
        """Ask for the facts that listings lack, one repo at a time."""
        await _all(self._ask_one(repo_id) for repo_id in ids)
        if self.failures:
            count = f"{len(self.failures):,} of {len(ids):,} repos"
            self.session.notify(f"{count} were not asked for their facts: {self.failures[0]}.")

    async def _list_owner(self, owner: str, ids: Sequence[str]) -> None:
        listing = await self._list(owner)
        if listing.complete and not listing.rows:
            # Listings may mind the letter case of an owner, repos do not: one of them tells.
            await self._ask_one(ids[0])
            name = _owner(self.verdicts[ids[0]].canonical or "")
            if name != owner and name.casefold() == owner.casefold():
                listing = await self._list(name)
        for oddity in shorten(listing.oddities):
            self.session.notify(oddity)
        repos = {repo.id.casefold(): repo for repo in listing.rows}
        for repo_id in ids:
            if repo := repos.get(repo_id.casefold()):
                facts = self._facts(repo_id, repo) if self.facts else None
                self.verdicts[repo_id] = replace(judge(repo_id, repo), facts=facts)
        self.progress(len(self.verdicts))

    async def _list(self, owner: str) -> Listing:
        """List an owner with as many facts as the Hub's listings allow: those refused with a 400
        are not requested again."""
        while True:
            expand = self.listed[0] if self.listed else EXPAND
            listing = await list_owner(self.session, owner, expand, _ignore)
            if not self.listed or listing.complete or not listing.reason.startswith("400 "):
                return listing
            self.listed = [some for some in self.listed if some != expand]

    def _facts(self, repo_id: str, repo: Repo) -> Facts | None:
        """The facts of a listed repo; None if it has to be asked for."""
        facts, before = read_facts(repo), self.recorded.get(repo_id)
        if is_whole(repo, facts):
            return facts
        if before and before.facts and facts.sha and before.facts.sha == facts.sha:
            return before.facts
        return None

    async def _ask_one(self, repo_id: str) -> None:
        """Ask about one id; without an answer, an earlier verdict is kept."""
        try:
            verdict = await self.session.count(lambda: look_up(self.session, repo_id, self.facts))
        except Failure as failure:
            if repo_id in self.verdicts:
                self.failures.append(failure.reason)
                return
            verdict = Verdict(status=Status.UNKNOWN, reason=failure.reason)
        self.verdicts[repo_id] = verdict
        self.progress(len(self.verdicts))


async def _all(questions: Iterable[Coroutine[Any, Any, None]]) -> None:
    """Wait for all of them, and cancel none; then raise the first exception, if any."""
    for result in await asyncio.gather(*questions, return_exceptions=True):
        if result:
            raise result


def _ignore(number: int) -> None:
    """A progress callback that does nothing."""


def _owner(repo_id: str) -> str:
    return repo_id.rpartition("/")[0]

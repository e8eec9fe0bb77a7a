"""Ask the Hub: all repos of an owner, or what became of ids."""

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
"""So many ids of one owner are asked for one by one: a listing takes a request or more as well,
and returns up to a thousand rows with each."""

Notify = Callable[[str], None]


def list_uploads(
    owner: str,
    *,
    expand: Sequence[str],
    progress: Progress | None = None,
    notify: Notify | None = None,
    limits: Limits | None = None,
) -> Listing:
    """List all repos of an owner that may be seen, with the properties named by `expand`.

    One request returns a thousand. `progress` gets the number of repos so far, `notify` a sentence
    before long waits. Never raises for what goes wrong on the way: the listing says so.
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
    """Return what became of each of these ids, in their order, and with `facts` what repos hold.

    `recorded` are earlier verdicts: a repo at the same commit has the same facts. `verdicts` is
    filled on the way, so that an interruption loses nothing.

    Owners of many of them are listed first; ids that no listing has are asked for one by one.
    `progress` gets the number of answers so far, `notify` sentences about long waits and odd
    answers. What cannot be known is UNKNOWN, with the reason. Raises HubError if nothing can be
    asked: offline, or with a token that is refused.
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
        """List the owners of many ids, those of most first.

        The first is listed alone: if no Hub answers, the others are not waited for.
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
        """Ask for each id by itself."""
        await _all(self._ask_one(repo_id) for repo_id in ids)

    async def ask_for_facts(self, ids: Sequence[str]) -> None:
        """Ask for the facts that listings lack, repo by repo."""
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
        """List an owner, with the facts that the Hub's listings have: what they refuse with a 400
        is not asked of them again."""
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
        """Ask for an id by itself; a verdict that is there stays if there is no answer."""
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
    """Wait for all of them, and then raise what one of them has raised: none is canceled."""
    for result in await asyncio.gather(*questions, return_exceptions=True):
        if result:
            raise result


def _ignore(number: int) -> None:
    """A progress callback that does nothing."""


def _owner(repo_id: str) -> str:
    return repo_id.rpartition("/")[0]

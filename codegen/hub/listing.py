"""All repos of an owner, or the reason why the listing is incomplete."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from .failure import Failure
from .repo import Repo, read_repo
from .session import Session

_PAGES = 1000
_SHOWN = 5

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Listing:
    """The repos of one owner."""

    rows: tuple[Repo, ...]
    """Newest first, each id once."""
    complete: bool
    """Whether these are all. A listing may be complete and empty for an owner spelled wrongly."""
    reason: str = ""
    """Why it is not complete."""
    oddities: tuple[str, ...] = ()
    """A sentence for each row that was skipped, and for each property that could not be read."""


def shorten(oddities: Sequence[str]) -> list[str]:
    """The first of these sentences, and how many there are more."""
    more = len(oddities) - _SHOWN
    return [*oddities[:_SHOWN], *([f"… and {more:,} more odd rows"] if more > 0 else [])]


async def list_owner(
    session: Session, owner: str, expand: Sequence[str], progress: Progress
) -> Listing:
    """List the repos of an owner, a thousand with a request. Raises HubError."""
    pages = _Pages(owner)
    # By date of creation: the one order in which no row moves between two pages.
    params = [("author", owner), ("sort", "createdAt"), *(("expand", name) for name in expand)]
    try:
        await session.count(lambda: pages.read(session, params, progress))
    except Failure as failure:
        return Listing(tuple(pages.repos.values()), False, failure.reason, tuple(pages.oddities))
    return Listing(tuple(pages.repos.values()), True, oddities=tuple(pages.oddities))


class _Pages:
    """The pages of a listing, as far as they have been read."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.repos: dict[str, Repo] = {}
        self.oddities: list[str] = []

    async def read(
        self, session: Session, params: list[tuple[str, str]], progress: Progress
    ) -> None:
        """Read page after page. Of the link to the next one only the query is used, so that it is
        asked at the configured endpoint, even if a mirror passes on the Hub's own links."""
        query = params
        for _ in range(_PAGES):
            answer = await session.get("/api/models", query)
            if answer.status == 401:
                await session.check_token()
            if answer.status != 200:
                raise Failure(answer.summary, retry=False)
            if not isinstance(answer.body, list):
                raise Failure("the answer is not a list", retry=False)
            number = len(self.repos)
            for row in cast("list[object]", answer.body):
                self._add(row)
            progress(len(self.repos))
            if (link := answer.next_page) is None:
                return
            if len(self.repos) == number:
                raise Failure("a page repeats the rows of earlier pages", retry=False)
            page = [pair for pair in link.items() if pair[0] not in dict(params)]
            if not page:
                raise Failure("a link to a next page that names none", retry=False)
            query = params + page
        raise Failure(f"more than {_PAGES:,} pages", retry=False)

    def _add(self, row: object) -> None:
        try:
            repo = read_repo(row)
            if repo.id.partition("/")[0].casefold() != self.owner.casefold():
                raise ValueError(f"a row has the id {repo.id}")
        except ValueError as error:
            self.oddities.append(f"{self.owner}: {error}; the row was skipped")
            return
        if repo.id not in self.repos:
            self.repos[repo.id] = repo
            self.oddities += repo.oddities

"""Lists the repos of an owner."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from .answer import Answer
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
    """The repos, newest first, without duplicates."""
    complete: bool
    """Whether these are all. For a misspelled owner, a listing is complete and empty."""
    reason: str = ""
    """Why it is not complete."""
    oddities: tuple[str, ...] = ()
    """A sentence for each skipped row and each unreadable property."""


def shorten(oddities: Sequence[str]) -> list[str]:
    """The first of these sentences, and the number of the others."""
    more = len(oddities) - _SHOWN
    return [*oddities[:_SHOWN], *([f"… and {more:,} more odd rows"] if more > 0 else [])]


async def list_owner(
    session: Session, owner: str, expand: Sequence[str], progress: Progress
) -> Listing:
    """List the repos of an owner, a thousand per request. Raises HubError."""
    repos: dict[str, Repo] = {}
    oddities: list[str] = []

    async def read_pages() -> None:
        """Only the query of a link to the next page is used: a mirror may pass on links to the Hub,
        and requests go to the configured endpoint only."""
        # By date of creation: the one order in which no row moves between two pages.
        params = [("author", owner), ("sort", "createdAt"), *(("expand", name) for name in expand)]
        query = params
        for _ in range(_PAGES):
            answer = await session.get("/api/models", query)
            number = len(repos)
            for row in await _rows(session, answer):
                _add(row, owner, repos, oddities)
            progress(len(repos))
            if (link := answer.next_page) is None:
                return
            if len(repos) == number:
                raise Failure("a page repeats the rows of earlier pages", retry=False)
            page = [pair for pair in link.items() if pair[0] not in dict(params)]
            if not page:
                raise Failure("a link to a next page that names none", retry=False)
            query = params + page
        raise Failure(f"more than {_PAGES:,} pages", retry=False)

    reason = ""
    try:
        await session.count(read_pages)
    except Failure as failure:
        reason = failure.reason
    return Listing(tuple(repos.values()), not reason, reason, tuple(oddities))


async def _rows(session: Session, answer: Answer) -> list[object]:
    if answer.status == 401:
        await session.check_token()
    if answer.status != 200:
        raise Failure(answer.summary, retry=False)
    if not isinstance(answer.body, list):
        raise Failure("the answer is not a list", retry=False)
    return cast("list[object]", answer.body)


def _add(row: object, owner: str, repos: dict[str, Repo], oddities: list[str]) -> None:
    try:
        repo = read_repo(row)
        if repo.id.partition("/")[0].casefold() != owner.casefold():
            raise ValueError(f"a row has the id {repo.id}")
    except ValueError as error:
        oddities.append(f"{owner}: {error}; the row was skipped")
        return
    if repo.id not in repos:
        repos[repo.id] = repo
        oddities += repo.oddities

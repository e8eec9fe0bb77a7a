"""Asks the Hub about one id, and turns the answer into a verdict."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

from ..names.repo_id import is_repo_id, repo_id_mistake
from .answer import Answer
from .facts import Facts, read_facts
from .failure import Failure
from .repo import Repo, read_repo
from .session import Session
from .verdict import Status, Verdict

EXPAND = ("createdAt", "disabled", "gated", "lastModified", "private", "tags")
"""The properties that a verdict needs."""

_ROUTE = "/api/models/"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HOPS = 5


async def look_up(session: Session, repo_id: str, facts: Sequence[str] = ()) -> Verdict:
    """Ask about one id, follow its renames, and request these properties for facts. Raises Failure
    and HubError."""
    if mistake := repo_id_mistake(repo_id):
        raise Failure(f"no valid repo id: {mistake}", retry=False)
    params = [("expand", name) for name in (*EXPAND, *facts)]
    name = repo_id
    for _ in range(_HOPS + 1):
        answer = await session.get(f"{_ROUTE}{name}", params)
        if answer.status not in _REDIRECTS:
            verdict = await _read(session, repo_id, name, answer)
            return verdict if facts else replace(verdict, facts=None)
        name = _new_name(session, name, answer)
    raise Failure(f"more than {_HOPS} redirects", retry=False)


def judge(repo_id: str, repo: Repo) -> Verdict:
    """The verdict on an id that leads to this repo, possibly of another id."""
    return _with_status(
        repo_id,
        Verdict(
            status=Status.OK,
            canonical=repo.id,
            hub_id=repo.hub_id,
            gated="yes" if repo.gated is True else repo.gated or None,
            is_private=repo.private is True,
            is_disabled=repo.disabled is True,
            license=repo.license,
            created=repo.created_at and repo.created_at.date(),
            last_modified=repo.last_modified and repo.last_modified.date(),
        ),
    )


async def _read(session: Session, repo_id: str, name: str, answer: Answer) -> Verdict:
    """The verdict that an answer means, possibly after a redirect to `name`."""
    if answer.status == 200:
        try:
            repo = read_repo(answer.body)
        except ValueError as error:
            raise Failure(f"an unusable answer: {error}", retry=False) from error
        for oddity in repo.oddities:
            session.notify(oddity)
        return replace(judge(repo_id, repo), facts=read_facts(repo))
    known = Verdict(status=Status.OK, canonical=name, facts=Facts())
    if answer.is_gated:
        return _with_status(repo_id, replace(known, gated="yes"))
    if answer.is_disabled:
        return _with_status(repo_id, replace(known, is_disabled=True))
    if answer.status == 401:
        await session.check_token()
    if not answer.is_missing:
        raise Failure(answer.summary, retry=False)
    notes = [] if session.has_token else ["no token sent"]
    notes += [f"leads to {name}"] if name.casefold() != repo_id.casefold() else []
    return Verdict(status=Status.MISSING, reason="; ".join(notes))


def _with_status(repo_id: str, verdict: Verdict) -> Verdict:
    canonical = verdict.canonical or repo_id
    cases = (
        (canonical.casefold() != repo_id.casefold(), Status.RENAMED),
        (canonical != repo_id, Status.WRONG_CASE),
        (verdict.is_disabled, Status.DISABLED),
        (verdict.is_private, Status.PRIVATE),
        (verdict.gated, Status.GATED),
    )
    status = next((status for applies, status in cases if applies), Status.OK)
    return replace(verdict, status=status)


def _new_name(session: Session, name: str, answer: Answer) -> str:
    """The id that a redirect leads to. Raises Failure if it leads elsewhere."""
    endpoint = urlsplit(session.target.endpoint)
    location = answer.headers.get("Location", "")
    if not location:
        raise Failure(answer.summary, retry=False)
    try:
        url = urlsplit(urljoin(f"{session.target.endpoint}{_ROUTE}{name}", location))
        at, home = ((u.scheme, u.hostname, u.port) for u in (url, endpoint))
    except ValueError:
        raise Failure(f"a redirect to {location!r}", retry=False) from None
    if at != home:
        shown = f"{url.scheme}://{url.netloc.rpartition('@')[2]}"
        raise Failure(f"a redirect to {shown}, which is not followed", retry=False)
    new = unquote(url.path.rpartition(_ROUTE)[2])
    if not is_repo_id(new):
        raise Failure(f"a redirect to {url.path}, which is not a model", retry=False)
    return new

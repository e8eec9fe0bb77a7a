"""What the local Hub says to a request: a function of the request and of what the Hub knows."""

import base64
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from .world import EXPANDABLE, NOT_LISTED, Repo, World

_DEFAULT = (
    "createdAt", "downloads", "library_name", "likes", "pipeline_tag", "private", "tags",
    "trendingScore",
)  # fmt: skip
_ALONE = {"author", "disabled", "gated", "lastModified", "sha", *_DEFAULT}
_SORTS = {"createdAt", "lastModified", "downloads", "likes", "trendingScore"}

Query = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, as it goes over the wire."""

    status: int
    body: str
    headers: dict[str, str] = field(default_factory=dict[str, str])
    kind: str = "application/json; charset=utf-8"


def answer(world: World, origin: str, path: str, query: Query, token: str | None) -> Answer:
    """The Hub's answer to GET path?query from the holder of a token, or from anybody."""
    is_over, limits = world.charge(token)
    said = _too_many(world, token) if is_over else _refused(world, token)
    said = said or _routed(world, origin, path, query, token)
    return Answer(said.status, said.body, {**limits, **said.headers}, said.kind)


def _error(status: int, message: str, code: str | None = None, *, in_header: bool = True) -> Answer:
    headers = {"X-Error-Message": message} if in_header else {}
    return Answer(
        status, _json({"error": message}), headers | ({"X-Error-Code": code} if code else {})
    )


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _too_many(world: World, token: str | None) -> Answer:
    if token is None:
        text = "We had to rate limit your IP (127.0.0.1). Create a HF account to continue."
    else:
        quota = (world.quotas or (0, 0))[1]
        text = f"You hit the quota of {quota} api requests per 5 minutes period."
    return Answer(429, text, kind="text/plain")


def _refused(world: World, token: str | None) -> Answer | None:
    """A token that is no good is refused whatever is asked for, be it public."""
    if token is None or world.tokens.get(token):
        return None
    if token in world.tokens:
        message = 'User Access Token "mine" is expired'
        return _error(401, message, in_header=world.expired_in_header)
    return _error(401, "Invalid credentials in Authorization header")


def _routed(world: World, origin: str, path: str, query: Query, token: str | None) -> Answer:
    if not path.startswith(world.prefix):
        return _error(404, "Not found")
    match path.removeprefix(world.prefix).strip("/").split("/"):
        case ["api", "models"]:
            return _listing(world, origin, query, token)
        case ["api", "models", *rest]:
            return _repo(world, rest, query, token)
        case ["api", "organizations", name, "overview"]:
            owners = {repo.id.partition("/")[0] for repo in world.repos.values()}
            named = [owner for owner in owners if owner.lower() == name.lower()]
            return Answer(200, _json({"name": named[0]})) if named else _error(404, "Not found")
        case ["api", "whoami-v2"]:
            if token is None:
                return _error(401, "Invalid username or password.")
            return Answer(200, _json({"type": "user", "name": world.tokens[token], "orgs": []}))
        case ["api", "agent-harnesses"]:
            return Answer(200, '{"standardEnvVars":[],"harnesses":{}}')
        case ["__stats"]:
            return Answer(200, world.stats())
        case [owner, name, "resolve", _, *_]:
            return _file(world, f"{owner}/{name}", token)
    return _error(404, "Not found")


def _asked_for(query: Query) -> list[str]:
    return [name for key in ("expand", "expand[]") for name in query.get(key, ())]


def _bad_expand(query: Query, valid: Collection[str]) -> Answer | None:
    wrong = [name for name in _asked_for(query) if name not in valid]
    if not wrong:
        return None
    return _error(400, f"Invalid expand {wrong[0]}: expected one of {', '.join(sorted(valid))}")


def _row(repo: Repo, query: Query, default: Iterable[str]) -> dict[str, Any]:
    names = _asked_for(query)
    row = {"_id": repo.facts["_id"], "id": repo.id}
    if not names:
        row["modelId"] = repo.id
    return row | {name: repo.facts[name] for name in names or default if name in repo.facts}


def _may_read(world: World, repo: Repo, token: str | None) -> bool:
    return token is not None and bool(world.tokens.get(token)) and token in repo.readers


def _listing(world: World, origin: str, query: Query, token: str | None) -> Answer:
    if bad := _bad_expand(query, EXPANDABLE - NOT_LISTED):
        return bad
    author = query.get("author", [None])[0]
    sort = query.get("sort", ["trendingScore"])[0]
    if sort not in _SORTS:
        return _error(400, f"Invalid sort {sort}")
    limit = min(int(query.get("limit", ["1000"])[0]), world.page_size)

    def is_shown(repo: Repo) -> bool:
        owner = repo.id.partition("/")[0]
        same = author in (None, owner)
        if world.author_ignores_case and author:
            same = author.lower() == owner.lower()
        seen = not repo.private or _may_read(world, repo, token)
        hidden = repo.is_blocked or (repo.facts["disabled"] and not world.lists_disabled)
        return same and seen and not hidden

    rows = [repo for repo in world.repos.values() if is_shown(repo)]
    rows.sort(key=lambda repo: repo.facts["_id"])
    rows.sort(key=lambda repo: repo.facts[sort], reverse=True)
    if cursor := query.get("cursor", [""])[0]:
        same, below = json.loads(base64.b64decode(cursor))["$or"]
        value, after = same[sort], same["_id"]["$gt"]
        rows = [
            repo
            for repo in rows
            if repo.facts[sort] < below[sort]["$lt"]
            or (repo.facts[sort] == value and repo.facts["_id"] > after)
        ]
    page = rows[:limit]
    headers: dict[str, str] = {}
    if page and (len(rows) > limit or (len(rows) == limit and world.links_past_the_end)):
        last = page[-1].facts
        found = [{sort: last[sort], "_id": {"$gt": last["_id"]}}, {sort: {"$lt": last[sort]}}]
        mark = base64.b64encode(_json({"$or": found}).encode()).decode()
        target = urlencode({**query, "cursor": [mark]}, doseq=True)
        base = origin if world.link_origin is None else world.link_origin
        headers["Link"] = f'<{base}/api/models?{target}>; rel="next"'
    default = _ALONE if query.get("full") else _DEFAULT
    body = _json([_row(repo, query, default) for repo in page])
    if world.after_page:
        world.after_page(world)
    return Answer(200, body, headers)


def _repo(world: World, rest: list[str], query: Query, token: str | None) -> Answer:
    """GET /api/models/{id}, /{id}/revision/{revision}, /{id}/auth-check."""
    if "revision" in rest:
        at = rest.index("revision")
        rest, beyond = rest[:at], rest[at:]
    else:
        is_check = rest[-1] == "auth-check"
        rest, beyond = (rest[:-1], rest[-1:]) if is_check else (rest, [])
    name = "/".join(rest)
    if bad := _bad_expand(query, EXPANDABLE):
        return bad

    def moved(to: str) -> Answer:
        target = "/".join(["/api/models", to, *beyond])
        target += f"?{urlencode(query, doseq=True)}" if query else ""
        target = f"{world.redirect_origin or ''}{target}"
        text = f"Temporary Redirect. Redirecting to {target}"
        return Answer(307, text, {"Location": target}, "text/plain; charset=utf-8")

    if name in world.renames:
        return moved(world.renames[name])
    folded = {repo_id.lower(): repo_id for repo_id in world.repos}
    repo = world.repos.get(folded.get(name.lower(), ""))
    if repo is None or (repo.private and not _may_read(world, repo, token)):
        if token is None:
            return _error(401, "Invalid username or password.")
        return _error(404, "Repository not found", "RepoNotFound")
    if repo.id != name:
        return moved(repo.id)
    if repo.is_blocked:
        return _error(403, "Access to this resource is disabled.")
    if beyond[:1] == ["revision"] and beyond[1:] not in (["main"], [repo.facts["sha"]]):
        return _error(404, f"Invalid rev id: {'/'.join(beyond[1:])}", "RevisionNotFound")
    if beyond == ["auth-check"]:
        return _gated(world, repo, token) or Answer(200, "{}")
    return Answer(200, _json(_row(repo, query, _ALONE)))


def _gated(world: World, repo: Repo, token: str | None) -> Answer | None:
    if not repo.facts["gated"] or _may_read(world, repo, token):
        return None
    message = f"Access to model {repo.id} is restricted."
    return _error(401 if token is None else 403, message, "GatedRepo")


def _file(world: World, name: str, token: str | None) -> Answer:
    """A file of a repo: the one request that counts as a download."""
    repo = world.repos.get(name)
    if repo is None:
        return _error(401 if token is None else 404, "Repository not found", "RepoNotFound")
    if refusal := _gated(world, repo, token):
        return refusal
    repo.facts["downloads"] += 1
    return Answer(200, "{}")

"""What the local Hub knows: repos, renames, tokens, quotas, and what has been asked of it."""

import json
import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

_FIRST = datetime(2024, 2, 19, 6, tzinfo=UTC)


@dataclass(slots=True)
class Repo:
    """One model repo. The facts have the names that the API gives them."""

    id: str
    facts: dict[str, Any]
    private: bool = False
    readers: frozenset[str] = frozenset()
    """Tokens that may read it though it is private or gated."""
    is_blocked: bool = False
    """Disabled so that even the metadata is refused; `disabled=True` among the facts is the
    other flavour, which is answered."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request that came in, and how it was answered."""

    path: str
    query: dict[str, list[str]]
    token: str | None
    status: int
    """0 where no answer was given."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with the next requests that fit."""

    kind: str
    on: str
    """Text that the path with its query holds."""
    status: int = 503
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: str = '{"error":"Service unavailable"}'


@dataclass(slots=True)
class World:
    """The state of one server. Tests change it while the server runs."""

    repos: dict[str, Repo] = field(default_factory=dict[str, Repo])
    renames: dict[str, str] = field(default_factory=dict[str, str])
    tokens: dict[str, str] = field(default_factory=dict[str, str])
    """Token to whose it is; "" for one that has expired. Others are malformed."""
    requests: list[Request] = field(default_factory=list[Request])
    connections: int = 0
    in_flight: int = 0
    peak_in_flight: int = 0

    latency: float = 0.0
    """Seconds before each answer."""
    page_size: int = 1000
    """Rows of a listing at most, whatever `limit` says."""
    links_past_the_end: bool = False
    """Whether an exactly full last page links to an empty one."""
    author_ignores_case: bool = False
    lists_disabled: bool = True
    expired_in_header: bool = True
    """Whether an expired token is told of in X-Error-Message as well as in the body."""
    link_origin: str | None = None
    """The origin of links to next pages, if not this server's."""
    redirect_origin: str | None = None
    """The origin of redirects; relative without."""
    prefix: str = ""
    """What all paths begin with, for a mirror below a path; 404 for others."""
    after_page: Callable[["World"], None] | None = None
    """Called after every page of a listing: what changes between two of them."""
    quotas: tuple[int, int] | None = (500, 1000)
    """Requests in a window without and with a token; None for no limit and no headers."""
    window: float = 300.0
    """Seconds of a window."""
    clock: Callable[[], float] = time.monotonic

    _faults: list[list[Any]] = field(default_factory=list[list[Any]])
    _windows: dict[str | None, tuple[float, int]] = field(
        default_factory=dict[str | None, tuple[float, int]]
    )
    lock: Lock = field(default_factory=Lock)

    def add(
        self,
        repo_id: str,
        *,
        license: str | None = None,
        base_model: str | None = None,
        private: bool = False,
        readers: Iterable[str] = (),
        blocked: bool = False,
        tags: Iterable[str] = (),
        **facts: Any,
    ) -> Repo:
        """Add a repo. Facts are named as in the API: downloads, downloadsAllTime, likes,
        trendingScore, createdAt, lastModified, gated, disabled, usedStorage, `_id` and so on."""
        number = len(self.repos)
        created = _FIRST + timedelta(hours=number)
        said = list(tags)
        said += [f"license:{license}"] if license else []
        said += [f"base_model:{base_model}"] if base_model else []
        made = facts.get("createdAt", f"{created:%Y-%m-%dT%H:%M:%S}.000Z")
        seconds = int(datetime.fromisoformat(made).timestamp())
        defaults = {
            "_id": f"{seconds:08x}{0xC0FFEE:010x}{number:06x}",
            "downloads": 100,
            "downloadsAllTime": 1000,
            "likes": 3,
            "trendingScore": 0,
            "createdAt": made,
            "lastModified": made,
            "gated": False,
            "disabled": False,
            "private": private,
            "tags": said,
            "pipeline_tag": "text-generation",
            "library_name": "transformers",
            "usedStorage": 1 << 30,
            "author": repo_id.partition("/")[0],
            "sha": f"{number:040x}",
        }
        unknown = facts.keys() - EXPANDABLE - {"_id"}
        if unknown:
            raise TypeError(f"no facts of the Hub: {', '.join(sorted(unknown))}")
        repo = Repo(repo_id, defaults | facts, private, frozenset(readers), blocked)
        self.repos[repo_id] = repo
        return repo

    def remove(self, repo_id: str) -> None:
        del self.repos[repo_id]

    def rename(self, old: str, new: str) -> None:
        """The old id leads to the new one from now on; a repo of the old id moves along."""
        if old in self.repos:
            repo = self.repos.pop(old)
            repo.id = new
            self.repos[new] = repo
        self.renames[old] = new

    def fault(
        self,
        kind: str,
        *,
        times: int = 1,
        on: str = "/api/",
        after: int = 0,
        status: int = 503,
        headers: dict[str, str] | None = None,
        body: str = '{"error":"Service unavailable"}',
    ) -> None:
        """Let the next `times` requests that hold `on` fail, but for the first `after`.

        Kinds: status (with status, headers, body), drop, reset, hang, cut (half of the body), drip
        (the other half a byte now and then, without end), html, error_200, gzip (compressed as it
        may be), br (said to be compressed otherwise), and answers without end: continue (100
        Continue), headers, bomb (64 MB at a time, compressed).
        """
        self._faults.append([Fault(kind, on, status, headers or {}, body), after, times])

    def take_fault(self, target: str) -> Fault | None:
        """The fault that this request meets."""
        for entry in self._faults:
            fault, after, times = entry
            if fault.on not in target or not times:
                continue
            if after:
                entry[1] -= 1
                continue
            entry[2] -= 1
            return fault
        return None

    def charge(self, token: str | None) -> tuple[bool, dict[str, str]]:
        """Count a request against its sender's quota: whether it is over, and the headers."""
        if self.quotas is None:
            return False, {}
        limit = self.quotas[token is not None]
        now = self.clock()
        start, used = self._windows.get(token, (now, 0))
        if now >= start + self.window:
            start, used = now, 0
        is_over = used >= limit
        self._windows[token] = start, used + (not is_over)
        left = 0 if is_over else limit - used - 1
        seconds = max(0, math.ceil(start + self.window - now))
        return is_over, {
            "RateLimit": f'"api";r={left};t={seconds}',
            "RateLimit-Policy": f'"fixed window";"api";q={limit};w={int(self.window)}',
        }

    def asked(self, path: str) -> int:
        """How often this path was asked for."""
        return sum(request.path == path for request in self.requests)

    def stats(self) -> str:
        """Counts as JSON, for a server in another process."""
        return json.dumps(
            {
                "requests": len(self.requests),
                "connections": self.connections,
                "peak_in_flight": self.peak_in_flight,
            }
        )


EXPANDABLE = {
    "author", "baseModels", "cardData", "childrenModelCount", "config", "createdAt", "disabled",
    "downloads", "downloadsAllTime", "evalResults", "gated", "gguf", "inference",
    "inferenceProviderMapping", "lastModified", "library_name", "likes", "mask_token",
    "model-index", "pipeline_tag", "private", "resourceGroup", "safetensors", "sha", "siblings",
    "spaces", "tags", "transformersInfo", "trendingScore", "usedStorage", "widgetData",
    "xetEnabled",
}  # fmt: skip
"""What `expand` may name for one repo."""

NOT_LISTED = {"baseModels", "childrenModelCount", "usedStorage"}
"""Properties of a repo that a listing refuses with a 400."""

"""Requests to the Hub, limited in time and size, and sent only to the configured endpoint.

huggingface_hub says where the Hub is and finds the token. Its client is not used: it has no
timeout, follows links to other hosts with the token, waits out rate limits for hours, and loses a
whole listing to one odd row.
"""

import asyncio
import math
import os
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar
from urllib.request import getproxies, proxy_bypass

import httpx2

from ..outside import hide, printable
from ..problem import Undecided
from .answer import Answer, read_answer
from .failure import Failure, Target, explain
from .loop import in_thread

try:
    from huggingface_hub import constants, get_token
except ValueError as error:  # it reads the environment when it is imported
    names = ", ".join(sorted(name for name in os.environ if name.startswith("HF_")))
    raise Undecided(
        f"An environment variable has a value that cannot be read ({printable(error)}); these are"
        f" set: {names}."
    ) from error

AT_ONCE = 16
"""Requests at a time. More are not much faster, and each needs a connection."""

_T = TypeVar("_T")


class HubError(Undecided):
    """The Hub cannot be asked at all; the message is a sentence with the reason."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait for the Hub, and how much to take from it."""

    silence: float = 15.0
    """Seconds for a connection, and between two parts of an answer."""
    answer: float = 90.0
    """Seconds for a whole answer, including headers."""
    total: float = 7200.0
    """Seconds after which no request is started, not counting waits for the rate limit."""
    wait: float = 1800.0
    """Seconds to wait for the rate limit, in total. The Hub counts requests in windows of 300."""
    tries: int = 4
    """The number of attempts for each request."""
    size: int = 32 << 20
    """Bytes of one answer, decompressed."""
    clock: Callable[[], float] = time.monotonic
    """Returns the time in seconds."""
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    """Sleeps for this many seconds."""


LIMITS = Limits()

_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
"""Variables that name the certificates to trust."""


class Session:
    """A connection to the Hub, shared by all questions of one command."""

    def __init__(
        self,
        client: httpx2.AsyncClient,
        target: Target,
        limits: Limits,
        notify: Callable[[str], None],
        *,
        has_token: bool,
    ) -> None:
        self.target = target
        self.limits = limits
        self.notify = notify
        self.has_token = has_token
        self.has_answered = False
        """Whether any question has been answered."""
        self._client = client
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._gate = asyncio.Lock()
        self._start = limits.clock()
        self._resume_at = -math.inf
        self._waited = 0.0
        self._misses = 0
        self._over: Failure | HubError | None = None
        self._token_check: asyncio.Task[None] | None = None

    async def count(self, question: Callable[[], Awaitable[_T]]) -> _T:
        """Ask a question, of one or more requests, when a slot is free.

        After too many failures in a row, all other questions fail too. Raises Failure and HubError.
        """
        async with self._slots:
            if self._over:
                raise self._over
            try:
                answer = await question()
            except Failure as failure:
                self._misses += 1
                if self._misses == AT_ONCE:
                    self._over = failure
                raise
            self._misses, self.has_answered = 0, True
            return answer

    async def get(self, path: str, params: Sequence[tuple[str, str]] = ()) -> Answer:
        """Send a request; repeat it after temporary failures. Raises Failure."""
        number = 1
        while True:
            await self._wait_for_quota()
            try:
                return await self._get_once(path, params)
            except Failure as failure:
                if not failure.retry or number == self.limits.tries:
                    self._over = self._over or (failure if failure.wait is not None else None)
                    raise
                if failure.wait is None:
                    await self.limits.sleep(0.25 * 2**number)
                else:
                    self._resume_at = self.limits.clock() + failure.wait
            number += 1

    async def check_token(self) -> None:
        """Raise HubError if the Hub refuses the token, Failure if that is unknown. With an expired
        token, every model looks missing."""
        if self.has_token:
            if self._token_check is None:
                self._token_check = asyncio.ensure_future(self._check_token())
            await self._token_check

    async def _check_token(self) -> None:
        answer = await self.get("/api/whoami-v2")
        if answer.status == 401:
            self._over = HubError(
                "The Hub refuses the token (expired, revoked or mistyped). Renew it with "
                "`hf auth login`, or unset HF_TOKEN to send none."
            )
            raise self._over
        if answer.status != 200:
            raise Failure(f"the token could not be checked ({answer.summary})", retry=False)

    async def _get_once(self, path: str, params: Sequence[tuple[str, str]]) -> Answer:
        if self.limits.clock() - self._start - self._waited > self.limits.total:
            raise Failure(f"no request is sent after {self.limits.total:.0f} s", retry=False)
        request = self._client.build_request(
            "GET", self.target.endpoint + path, params=tuple(params)
        )
        try:
            async with asyncio.timeout(self.limits.answer):
                response = await self._client.send(request, stream=True)
                try:
                    answer = await read_answer(response, self.limits.size)
                finally:
                    await response.aclose()
        except Failure:
            raise
        except Exception as error:
            raise explain(error, self.target) from error
        if answer.quota_wait:
            self._resume_at = self.limits.clock() + answer.quota_wait
        if failure := answer.failure:
            raise failure
        return answer

    async def _wait_for_quota(self) -> None:
        """Let one request sleep and the others queue behind it. Raises Failure."""
        async with self._gate:
            if self._over:
                raise self._over
            seconds = self._resume_at - self.limits.clock()
            if seconds <= 0:
                return
            remaining = self.limits.wait - self._waited
            if seconds > remaining:
                reason = f"the rate limit is reached for {math.ceil(seconds):,} s"
                self._over = Failure(f"{reason}, and only {remaining:,.0f} s of waiting remain")
                raise self._over
            if seconds > 2:
                self.notify(f"The Hub's rate limit is reached; waiting {math.ceil(seconds):,} s.")
            self._waited += seconds
            await self.limits.sleep(seconds)


@asynccontextmanager
async def open_session(
    limits: Limits | None = None, notify: Callable[[str], None] | None = None
) -> AsyncGenerator[Session]:
    """Open a session for the duration of a block. `notify` gets a sentence before long waits.

    Raises HubError in offline mode, for a bad endpoint or proxy, and if the token cannot be read.
    """
    limits = limits or LIMITS
    if constants.HF_HUB_OFFLINE:
        raise HubError("Offline mode is on (HF_HUB_OFFLINE), so the Hub was not asked.")
    url = _endpoint(constants.ENDPOINT)
    proxy = _proxy(url)
    token = await _token(limits)
    headers = {"Accept-Encoding": "gzip", "User-Agent": "hubenum"}
    if token:
        hide(token)
        headers["Authorization"] = f"Bearer {token}"
    target = Target(str(url).rstrip("/"), _shown(url), url.host, _shown(proxy) if proxy else "")
    try:
        client = httpx2.AsyncClient(
            transport=httpx2.AsyncHTTPTransport(
                proxy=str(proxy) if proxy else None,
                limits=httpx2.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE),
            ),
            headers=headers,
            timeout=limits.silence,
        )
    except Exception as error:  # certificates that are no file, a proxy of an unknown kind
        paths = [f"{name}={os.environ[name]}" for name in _CERTIFICATES if name in os.environ]
        reason = "; ".join([str(error).rstrip("."), *paths])
        raise HubError(f"No connection can be set up: {printable(reason)}.") from error
    async with client:
        yield Session(client, target, limits, notify or (lambda _: None), has_token=bool(token))


def _endpoint(text: str) -> httpx2.URL:
    """The endpoint, from HF_ENDPOINT. Raises HubError if it is not a URL of a Hub."""
    try:
        url = httpx2.URL(text)
    except (httpx2.InvalidURL, ValueError):
        url = httpx2.URL()
    if url.scheme not in ("http", "https") or not url.host or url.query or url.fragment:
        shown = printable(text)
        raise HubError(
            f"HF_ENDPOINT is {shown!r}, which is not a URL; write one like https://huggingface.co."
        )
    return url


def _proxy(endpoint: httpx2.URL) -> httpx2.URL | None:
    """The proxy for the endpoint, from the environment."""
    proxies = getproxies()
    text = proxies.get(endpoint.scheme) or proxies.get("all")
    if not text or proxy_bypass(endpoint.host):
        return None
    try:
        return httpx2.URL(text if "://" in text else f"http://{text}")
    except (httpx2.InvalidURL, ValueError) as error:
        name = f"{endpoint.scheme.upper()}_PROXY"
        raise HubError(f"{name} is {printable(text)!r}, which is not a URL.") from error


def _shown(url: httpx2.URL) -> str:
    """A URL without its password."""
    return printable(url.copy_with(userinfo=b""))


async def _token(limits: Limits) -> str | None:
    """The token that huggingface_hub finds; it may ask a server."""
    if constants.HF_HUB_DISABLE_IMPLICIT_TOKEN:
        return None
    try:
        async with asyncio.timeout(limits.answer):
            token = await in_thread(get_token)
    except NotADirectoryError:  # HOME=/dev/null
        return None
    except Exception as error:
        reason = printable(error) or type(error).__name__
        raise HubError(f"The token cannot be read: {reason}.") from error
    if token and not (token.isascii() and token.isprintable() and " " not in token):
        raise HubError("The token (HF_TOKEN) holds characters that no token has.")
    return token

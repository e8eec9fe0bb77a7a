"""The way to the Hub: huggingface_hub's client, which waits for nothing and leaves no host.

The library's own client has no timeout, follows links and redirects to other hosts, and waits out
rate limits by itself, for hours if it is told to. So it is given one that answers or fails, and
whoever asks decides whether to wait (`Door.wait`).
"""

import math
import re
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import httpx2
from huggingface_hub import (
    HfApi,
    constants,
    get_session,
    get_token,
    is_offline_mode,
    set_client_factory,
)
from huggingface_hub.errors import HfHubHTTPError

from .failure import NoAnswer, explain, from_response, until_quota


class HubError(Exception):
    """The Hub cannot be asked at all; says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for the Hub."""

    timeout: float = 15.0
    """Seconds for a connection, and for each part of an answer."""
    whole: float = 90.0
    """Seconds for the whole of an answer, however little of it is missing still."""
    tries: int = 4
    """How often to ask in a row without getting any answer."""
    longest: float = 310.0
    """Seconds to wait for a rate limit; the Hub counts requests in windows of 300."""
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


PATIENCE = Patience()

# Nothing else is asked for: no file, which counts as a download, and no news for the library.
_ROUTES = re.compile(r"/api/(models(/[^/]+){0,2}|whoami-v2)")
_PAGES = 1000


@dataclass(slots=True)
class Door:
    """An opened way to the Hub, shared by the threads that ask."""

    api: HfApi
    has_token: bool
    patience: Patience
    say: Callable[[str], None]
    """Told of what takes long."""
    has_answered: bool = False
    """Whether the Hub has said anything of use yet."""
    is_open: bool = True
    _resume_at: float = -math.inf
    _pages: int = 0
    _good_token: bool | None = None
    _lock: Lock = field(default_factory=Lock)

    def before(self, request: httpx2.Request) -> None:
        """Before every hop, redirects and further pages included."""
        if not self.is_open:
            return
        home = httpx2.URL(self.api.endpoint)
        if _origin(request.url) != _origin(home):
            away = f"{request.url.scheme}://{request.url.netloc.decode()}"
            raise NoAnswer(f"{home.host} leads on to {away}, which is not asked", again=False)
        if not _ROUTES.fullmatch(request.url.path.removeprefix(home.path.rstrip("/"))):
            raise NoAnswer(f"{request.url.path} is not what is asked for", again=False)
        self._pages += "cursor" in request.url.params
        if self._pages > _PAGES:
            raise NoAnswer(f"more than {_PAGES:,} further pages", again=False)
        if (left := self._resume_at - self.patience.clock()) > 0:
            raise NoAnswer("the rate limit is reached", wait=left)
        request.extensions["timeout"] = httpx2.Timeout(self.patience.timeout).as_dict()

    def after(self, response: httpx2.Response) -> None:
        """After every hop, before its body is read: what is left of the quota."""
        if not self.is_open:
            return
        response.stream = _Timed(response.stream, self.patience)
        if seconds := until_quota(response):
            self._resume_at = self.patience.clock() + seconds

    def wait(self, failure: NoAnswer, tries: int) -> bool:
        """Wait as long as a failure says, or longer with every try; False if that is too long."""
        seconds = 0.5 * 2**tries if failure.wait is None else failure.wait
        if seconds > self.patience.longest:
            return False
        if failure.wait is not None and seconds > 2:
            self.say(f"The Hub's rate limit is reached; waiting {math.ceil(seconds)} s.")
        self.patience.sleep(seconds)
        return True

    def check_token(self) -> None:
        """Ask whether the token is any good, once. Raises HubError if it is not, and whatever
        the client raises where that could not be asked."""
        with self._lock:
            if self._good_token is None:
                self._good_token = self._asked_whoami()
        if not self._good_token:
            raise HubError(
                "The Hub refuses the token (expired, revoked or mistyped): renew it with "
                "`hf auth login`, or unset HF_TOKEN to ask without one."
            )

    def _asked_whoami(self) -> bool:
        try:
            self.api.whoami()  # pyright: ignore[reportUnknownMemberType]
        except HfHubHTTPError as error:
            if error.response.status_code == 401:
                return False
            raise
        return True


class _Client(httpx2.Client):
    """Fails with NoAnswer where the library would try again by itself."""

    def __init__(self, door: Door, hooks: Mapping[str, list[Callable[..., Any]]]) -> None:
        super().__init__(
            event_hooks={
                "request": [*hooks["request"], door.before],
                "response": [*hooks["response"], door.after],
            },
            follow_redirects=True,
            timeout=door.patience.timeout,
        )
        self.max_redirects = 5
        self._door = door

    def send(self, request: httpx2.Request, *args: Any, **options: Any) -> httpx2.Response:
        if not self._door.is_open:
            return super().send(request, *args, **options)
        try:
            response = super().send(request, *args, **options)
        except httpx2.RequestError as error:
            raise explain(error) from error
        if failure := from_response(response):
            raise failure
        self._door.has_answered = True
        return response


class _Timed(httpx2.SyncByteStream):
    """The body of an answer, which is to come within some time as a whole."""

    def __init__(self, stream: Any, patience: Patience) -> None:
        self._stream = stream
        self._patience = patience
        self._end = patience.clock() + patience.whole

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            if self._patience.clock() > self._end:
                raise httpx2.ReadTimeout("the answer does not end")
            yield part

    def close(self) -> None:
        self._stream.close()


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    default = {"http": 80, "https": 443}
    return url.scheme, url.host, url.port or default.get(url.scheme)


@contextmanager
def open_door(patience: Patience, say: Callable[[str], None] | None = None) -> Generator[Door]:
    """Let huggingface_hub ask with a client of this module for as long as the block lasts.

    Raises HubError in offline mode, and where there is a token that cannot be had.
    """
    if is_offline_mode():
        raise HubError("Offline mode is on (HF_HUB_OFFLINE): nothing was asked of the Hub.")
    door = Door(HfApi(token=False), False, patience, say or (lambda _: None))
    hooks = get_session().event_hooks  # the library's own, which mind offline mode for one
    set_client_factory(lambda: _Client(door, hooks))
    try:
        if not constants.HF_HUB_DISABLE_IMPLICIT_TOKEN and (token := _token()):
            door.api, door.has_token = HfApi(token=token), True
        yield door
    finally:
        door.is_open = False
        # For the rest of the process: a client like the library's own.
        set_client_factory(
            lambda: httpx2.Client(event_hooks=hooks, follow_redirects=True, timeout=None)
        )


def _token() -> str | None:
    try:
        return get_token()
    except Exception as error:
        raise HubError(f"No token could be had: {explain(error).reason}.") from error


def settled(door: Door, error: Exception) -> Exception:
    """The error, once it is certain that the token is not to blame: with an expired one everything
    looks missing. Or why that is not certain.

    Raises HubError if it is.
    """
    is_doubtful = isinstance(error, HfHubHTTPError) and error.response.status_code == 401
    if door.has_token and is_doubtful:
        try:
            door.check_token()
        except HubError:
            raise
        except Exception as doubt:
            return doubt
    return error

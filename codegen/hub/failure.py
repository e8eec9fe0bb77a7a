"""Why there is no answer from the Hub: every way in which asking goes wrong, as one exception."""

import json
import socket
import ssl
from collections.abc import Iterator
from typing import cast

import httpx2
from huggingface_hub.errors import HfHubHTTPError
from huggingface_hub.utils import parse_ratelimit_headers  # type: ignore[attr-defined]


class NoAnswer(Exception):
    """The Hub did not answer, or not so that anything follows from it."""

    def __init__(self, reason: str, *, again: bool = True, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        """As it stands after a colon in a message: "it refuses connections"."""
        self.again = again
        """Whether asking again may help."""
        self.wait = wait
        """Seconds that the Hub wants to be left alone for."""


_CAUSES: tuple[tuple[type[BaseException], str, bool], ...] = (
    (ssl.SSLCertVerificationError, "its certificate is not trusted", False),
    (ssl.SSLError, "no secure connection could be made", True),
    (socket.gaierror, "its name was not found (is there a network?)", True),
    (ConnectionRefusedError, "it refuses connections", True),
    (httpx2.TooManyRedirects, "redirects without end", False),
    (httpx2.TimeoutException, "no answer in time", True),
    (httpx2.ProxyError, "the proxy does not let it through", True),
    (httpx2.ConnectError, "no connection could be made", True),
    (httpx2.TransportError, "the connection broke off", True),
)
"""What is found in the chain of causes, what to say of it, whether to ask again; first wins."""


def explain(error: BaseException) -> NoAnswer:
    """What an exception of the library means. Anything may come of an answer that is not the
    Hub's, so anything is taken."""
    if isinstance(error, NoAnswer):
        return error
    if isinstance(error, HfHubHTTPError):
        said = error.response.headers.get("X-Error-Message") or error.response.reason_phrase
        return NoAnswer(f"{error.response.status_code} {said}".strip(), again=False)
    chain = list(_chain(error))
    for kind, reason, again in _CAUSES:
        if any(isinstance(cause, kind) for cause in chain):
            return NoAnswer(reason, again=again)
    text = str(error).partition("\n")[0]
    return NoAnswer(f"an answer that is none: {type(error).__name__}: {text}", again=False)


def from_response(response: httpx2.Response) -> NoAnswer | None:
    """What a response means that says nothing of what was asked for; None if it does."""
    status = response.status_code
    if status == 429:
        return NoAnswer(
            "the rate limit is reached", wait=until_quota(response) or _retry_after(response)
        )
    if status >= 500 or status == 408:
        return NoAnswer(f"{status} {response.reason_phrase}", wait=_retry_after(response))
    if status != 200:
        return None
    try:
        body: object = response.json()
    except json.JSONDecodeError:
        kind = response.headers.get("Content-Type", "no type").partition(";")[0]
        reason = f"{kind} instead of JSON (does the network want a login?)"
        return NoAnswer(reason, again=False)
    if isinstance(body, dict) and "error" in body:
        said = cast("dict[str, object]", body)["error"]
        return NoAnswer(f"an error: {said}")
    return None


def until_quota(response: httpx2.Response) -> float | None:
    """Seconds until there is a quota again; None while some of it is left."""
    quota = parse_ratelimit_headers(response.headers)
    if quota is None or quota.remaining:
        return None
    return quota.reset_in_seconds + 1  # one more for what rounding took away


def _retry_after(response: httpx2.Response) -> float | None:
    """Seconds; None for none, and for a date, which no Hub was seen to send."""
    said = response.headers.get("Retry-After", "")
    return float(said) if said.isdecimal() else None


def _chain(error: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = error
    while link is not None:
        yield link
        link = link.__cause__ or link.__context__

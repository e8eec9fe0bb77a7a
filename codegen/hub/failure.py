"""Why there is no answer from the Hub: all failures as one exception."""

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import httpx2

from ..outside import printable


class Failure(Exception):
    """The Hub did not answer, or its answer does not answer the question."""

    def __init__(self, reason: str, *, retry: bool = True, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = printable(reason, 300)
        """The reason, worded to follow a colon: "connection refused by https://huggingface.co"."""
        self.retry = retry
        """Whether asking again may help."""
        self.wait = wait
        """Seconds that the Hub asked us to wait, if it did."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where requests go."""

    endpoint: str
    """The URL that paths are added to."""
    shown: str
    """The URL for messages, without a password."""
    host: str
    """Its host name."""
    proxy: str = ""
    """The URL of the proxy for messages; "" for none."""


_CAUSES: tuple[tuple[type[BaseException], str, bool], ...] = (
    (ssl.SSLCertVerificationError, "the certificate of {0.shown} is not trusted", False),
    (ssl.SSLError, "no secure connection to {0.shown}", True),
    (socket.gaierror, "could not resolve {host}", True),
    (ConnectionRefusedError, "connection refused by {peer}", True),
    (httpx2.ConnectTimeout, "no connection to {peer} in time", True),
    (httpx2.TimeoutException, "no answer from {0.shown} in time", True),
    (TimeoutError, "no full answer from {0.shown} in time", False),
    (httpx2.ProxyError, "{peer} answered {error}", True),
    (httpx2.ConnectError, "no connection to {peer}", True),
    (httpx2.TransportError, "lost the connection to {0.shown}", True),
)
"""Exception type, reason, and whether to try again; the first type in the chain of causes
counts."""


def explain(error: BaseException, target: Target) -> Failure:
    """Turn an exception of the HTTP client into a Failure; any server may have answered, so it may
    be any exception."""
    chain = list(_chain(error))
    peer = f"the proxy {target.proxy}" if target.proxy else target.shown
    host = httpx2.URL(target.proxy).host if target.proxy else target.host
    for kind, reason, retry in _CAUSES:
        if any(isinstance(cause, kind) for cause in chain):
            text = reason.format(target, peer=peer, host=host, error=error)
            return Failure(text, retry=retry)
    return Failure(f"an unusable answer ({type(error).__name__}: {error})", retry=False)


def _chain(error: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = error
    while link is not None:
        if not isinstance(link, (ssl.SSLWantReadError, ssl.SSLWantWriteError)):  # no errors
            yield link
        link = link.__cause__ or link.__context__

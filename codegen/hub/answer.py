"""One HTTP answer of the Hub, read within limits."""

import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import parse_qsl, urlsplit

import httpx2

from ..outside import printable
from .failure import Failure

_REMAINING = re.compile(r"\br=(\d{1,9})\s*;\s*t=(\d{1,9})\b")
_DISABLED = "Access to this resource is disabled."


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and content of an answer."""

    status: int
    headers: Mapping[str, str]
    body: object = None
    """The JSON value."""
    is_json: bool = True
    """Whether the content is JSON; if not, `body` is None."""
    next_url: str | None = None
    """The URL of a listing's next page."""

    @property
    def message(self) -> str:
        """The Hub's explanation of an error; "" if there is none."""
        return printable(self.headers.get("X-Error-Message") or self._error or "")

    @property
    def summary(self) -> str:
        """Status and explanation: "403 Forbidden"."""
        phrase = self.message or httpx2.codes.get_reason_phrase(self.status)
        return f"{self.status} {phrase}".strip()

    @property
    def failure(self) -> Failure | None:
        """The failure that this answer means; None if it answers the question."""
        if self.status == 429:
            return Failure("the rate limit is reached", wait=self.quota_wait or self._retry_after)
        if self.status >= 500 or self.status == 408:
            return Failure(self.summary, wait=self._retry_after)
        if self.status != 200:
            return None
        if not self.is_json:
            kind = self._content_type or "no content type"
            return Failure(f"{kind} instead of JSON (does the network want a login?)", retry=False)
        if self._error is not None:
            return Failure(f"an error: {self.message}")
        return None

    @property
    def is_missing(self) -> bool:
        """Whether this is the Hub's answer for a repo that does not exist or is private.

        Without a token the Hub answers 401. A bare 404 can come from any server, and a web page
        does not come from the Hub's API.
        """
        is_page = self._content_type == "text/html"
        return self._code == "RepoNotFound" or (self.status == 401 and not is_page)

    @property
    def is_gated(self) -> bool:
        """Whether the repo exists and access to it is restricted."""
        return self._code == "GatedRepo"

    @property
    def is_disabled(self) -> bool:
        """Whether the repo exists and the Hub has disabled it."""
        return self.status == 403 and self.message == _DISABLED

    @property
    def quota_wait(self) -> float | None:
        """Seconds until the quota is renewed; None while some of it is left."""
        quota = _REMAINING.search(self.headers.get("RateLimit", ""))
        return int(quota[2]) + 1.0 if quota and int(quota[1]) == 0 else None

    @property
    def next_page(self) -> dict[str, str] | None:
        """The query of the next page, whatever host the link names; None on the last page."""
        if self.next_url is None:
            return None
        try:
            return dict(parse_qsl(urlsplit(self.next_url).query))
        except ValueError:
            return {}

    @property
    def _error(self) -> object:
        is_object = isinstance(self.body, dict)
        return cast("dict[str, object]", self.body).get("error") if is_object else None

    @property
    def _code(self) -> str:
        return self.headers.get("X-Error-Code", "")

    @property
    def _content_type(self) -> str:
        return re.split("[;,]", self.headers.get("Content-Type", ""))[0].strip().casefold()

    @property
    def _retry_after(self) -> float | None:
        """Seconds to wait; None for a date, which the Hub does not send."""
        text = self.headers.get("Retry-After", "")
        return float(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else None


async def read_answer(response: httpx2.Response, limit: int) -> Answer:
    """Read an answer of at most `limit` bytes, decompressed. Raises Failure if it is larger, and
    the client's exceptions."""
    link = response.links.get("next", {}).get("url")
    content = await _read(response, limit)
    try:
        return Answer(response.status_code, response.headers, json.loads(content), next_url=link)
    except (ValueError, RecursionError):  # what that means depends on the status
        return Answer(response.status_code, response.headers, is_json=False)


async def _read(response: httpx2.Response, limit: int) -> bytes:
    """Read and decompress the content; the client itself decompresses without a limit."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().casefold()
    if encoding not in ("identity", "gzip"):
        raise Failure(f"an answer compressed as {encoding}, which was not asked for", retry=False)
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 16) if encoding == "gzip" else None
    content, received = bytearray(), 0
    async for part in response.aiter_raw():
        received += len(part)
        content += unzip.decompress(part, limit - len(content) + 1) if unzip else part
        if max(received, len(content)) > limit:
            raise Failure(f"an answer of more than {limit:,} bytes", retry=False)
    return bytes(content)

"""Listing an owner: all of it, or a reason why not; never a part passed off as the whole."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest

from codegen.hub import session
from codegen.hub.ask import Listing, list_uploads
from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub


def listing(clock: Clock, owner: str = "acme", silence: float = 10) -> Listing:
    limits = replace(session.LIMITS, silence=silence)
    return list_uploads(owner, expand=["downloads", "gated"], limits=limits)


def ids(found: Listing) -> list[str]:
    return [row.id for row in found.rows]


def fill(hub: Hub, count: int) -> list[str]:
    """Repos of acme; their ids, newest first."""
    return [hub.add(f"acme/Model-{n:04}").id for n in range(count)][::-1]


@pytest.mark.parametrize("past_the_end", [False, True])
def test_every_page(hub: Hub, clock: Clock, past_the_end: bool) -> None:
    expected = fill(hub, 6)
    hub.page_size, hub.links_past_the_end = 2, past_the_end
    found = listing(clock)
    assert (ids(found), found.complete, found.reason) == (expected, True, "")
    assert len(hub.requests) == 3 + past_the_end
    assert all(request.query["sort"] == ["createdAt"] for request in hub.requests)
    assert clock.slept == []


def test_progress(hub: Hub) -> None:
    fill(hub, 3)
    hub.page_size = 2
    numbers: list[int] = []
    list_uploads("acme", expand=["gated"], progress=numbers.append)
    assert numbers == [2, 3]


def test_three_thousand_in_three_requests(hub: Hub, clock: Clock) -> None:
    expected = fill(hub, 3000)
    assert ids(listing(clock)) == expected
    assert len(hub.requests) == 3


def test_ranks_that_change_between_pages(hub: Hub, clock: Clock) -> None:
    expected = fill(hub, 9)
    hub.page_size = 2

    def rise(world: object) -> None:
        for row in hub.repos.values():
            row.facts["trendingScore"] = len(hub.requests) * hash(row.id) % 97

    hub.after_page = rise
    assert ids(listing(clock)) == expected


def test_an_unknown_owner_is_empty(hub: Hub, clock: Clock) -> None:
    assert listing(clock, "nobody") == Listing((), complete=True)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("status", "503 Service unavailable"),
        ("drop", "lost the connection to {url}"),
        ("reset", "lost the connection to {url}"),
        ("cut", "lost the connection to {url}"),
        ("hang", "no answer from {url} in time"),
        ("error_200", "an error: Something went wrong"),
    ],
)
def test_what_passes(hub: Hub, clock: Clock, kind: str, reason: str) -> None:
    """Page 2 of 3 fails: tried again, and if that goes on the listing is not complete."""
    expected = fill(hub, 6)
    hub.page_size = 2
    silence = 1.5 if kind == "hang" else 10
    hub.fault(kind, on="cursor=", times=2)
    found = listing(clock, silence=silence)
    assert (ids(found), found.complete) == (expected, True)
    assert clock.slept[:2] == [0.5, 1.0]
    clock.slept.clear()
    hub.fault(kind, on="cursor=", times=4)
    found = listing(clock, silence=silence)
    assert (ids(found), found.complete, found.reason) == (
        expected[:2],
        False,
        reason.format(url=hub.url),
    )
    assert clock.slept == [0.5, 1.0, 2.0]


def test_a_page_for_people(hub: Hub, clock: Clock) -> None:
    fill(hub, 3)
    hub.fault("html")
    found = listing(clock)
    reason = "text/html instead of JSON (does the network want a login?)"
    assert found == Listing((), complete=False, reason=reason)
    assert len(hub.requests) == 1


@pytest.mark.parametrize(
    ("headers", "slept"),
    [
        ({"RateLimit": '"api";r=0;t=7'}, [8, 8]),
        ({"Retry-After": "20"}, [20, 20]),
        ({"Retry-After": "Fri, 27 Nov 2026 07:28:00 GMT"}, [0.5, 1.0]),
        ({}, [0.5, 1.0]),
    ],
)
def test_a_rate_limit_is_kept(
    hub: Hub, clock: Clock, headers: dict[str, str], slept: list[float]
) -> None:
    hub.quotas = None
    expected = fill(hub, 3)
    hub.fault("status", status=429, headers=headers, times=2)
    assert ids(listing(clock)) == expected
    assert clock.slept == slept


def test_nobody_waits_for_hours(hub: Hub, clock: Clock) -> None:
    hub.fault("status", status=429, headers={"Retry-After": "3600"}, times=9)
    found = listing(clock)
    reason = "the rate limit is reached for 3,600 s, and only 1,800 s of waiting remain"
    assert found == Listing((), complete=False, reason=reason)
    assert clock.slept == []


def test_the_quota_that_is_used_up_is_waited_for(hub: Hub, clock: Clock) -> None:
    """Without asking in vain, and with the pages before asked for once more."""
    expected = fill(hub, 6)
    hub.page_size = 2
    hub.quotas = (4, 4)
    listing(clock)
    assert (ids(listing(clock)), clock.slept) == (expected, [301])
    assert {request.status for request in hub.requests} == {200}


@pytest.mark.parametrize("origin", ["{other}", "https://huggingface.co", "//[", ""])
def test_the_link_of_another_host_is_asked_at_the_endpoint(
    hub: Hub,
    clock: Clock,
    new_hub: Callable[[], Hub],
    origin: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Case A31: a mirror passes on the Hub's own links."""
    other = new_hub()
    expected = fill(hub, 3)
    hub.page_size, hub.link_origin = 2, origin.format(other=other.url)
    hub.tokens = {"hf_good": "alice"}
    monkeypatch.setenv("HF_TOKEN", "hf_good")
    found = listing(clock)
    if origin == "//[":  # no URL at all
        reason = "a link to a next page that names none"
        assert (len(found.rows), found.complete, found.reason) == (2, False, reason)
    else:
        assert (ids(found), found.complete) == (expected, True)
    assert (other.requests, other.connections) == ([], 0)
    assert {request.token for request in hub.requests} == {"hf_good"}


@pytest.mark.parametrize("token", ["hf_expired", "hf_mistyped"])
def test_a_token_that_is_no_good(
    hub: Hub, clock: Clock, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(hub, 3)
    hub.tokens = {"hf_expired": ""}
    monkeypatch.setenv("HF_TOKEN", token)
    found = listing(clock)
    assert (found.rows, found.complete) == ((), False)
    assert found.reason.startswith("The Hub refuses the token")
    assert [request.path for request in hub.requests] == ["/api/models", "/api/whoami-v2"]


def test_offline(hub: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    found = listing(clock)
    assert (found.complete, found.reason[:15]) == (False, "Offline mode is")
    assert (hub.requests, hub.connections) == ([], 0)


@pytest.mark.parametrize(
    ("endpoint", "reason"),
    [
        ("https://127.0.0.1:9", "connection refused by {endpoint}"),
        ("https://localhost:1", "connection refused by {endpoint}"),
    ],
)
def test_no_hub(
    hub: Hub, clock: Clock, endpoint: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", endpoint)
    reason = reason.format(endpoint=endpoint)
    assert listing(clock) == Listing((), complete=False, reason=reason)
    assert math.fsum(clock.slept) == 3.5


def test_a_certificate_that_nobody_vouches_for(
    hub: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    found = listing(clock)
    reason = f"the certificate of {hub.url} is not trusted"
    assert found == Listing((), complete=False, reason=reason)
    assert clock.slept == []

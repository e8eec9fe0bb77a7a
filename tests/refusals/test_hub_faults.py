"""A Hub that errs, hides behind something else, or means no good: never a verdict that does not
follow from what it says, and never without end."""

import json
import socket
import threading
import time
from datetime import date
from typing import Any

import pytest
from huggingface_hub import HfApi
from huggingface_hub.errors import OfflineModeIsEnabled

from codegen.hub.ask import Listing, Patience, ask, list_uploads
from codegen.hub.lock import Entry, updated
from codegen.hub.verdict import Kind, Verdict
from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub

A = "acme/A"


def asked(clock: Clock, *ids: str) -> dict[str, Verdict]:
    return ask(ids, patience=Patience(clock=clock, sleep=clock.sleep))


def listed(clock: Clock) -> Listing:
    return list_uploads("acme", expand=["gated"], patience=Patience(clock=clock, sleep=clock.sleep))


NO_ANSWERS: dict[str, tuple[dict[str, Any], str]] = {
    # the answer, how the reason begins
    "404 of another server": ({"status": 404, "body": '{"detail":"Not Found"}'}, "404 Not Found"),
    "404 of a page": ({"status": 404, "body": "<h1>nginx</h1>"}, "404 Not Found"),
    "404 without a body": ({"status": 404, "body": ""}, "404 Not Found"),
    "401 of a page": (
        {"status": 401, "body": "<h1>Log in</h1>", "headers": {"Content-Type": "text/html"}},
        "401 Unauthorized",
    ),
    "400": ({"status": 400}, "400 Bad Request"),
    "403": ({"status": 403}, "403 Forbidden"),
    "406": ({"status": 406}, "406 Not Acceptable"),
    "half of the JSON": (
        {"status": 200, "body": '[{"_id": "65d2f7'},
        "application/json instead of",
    ),
    "a list of nothing": ({"status": 200, "body": "[]"}, "an answer that is none: TypeError"),
    "null": ({"status": 200, "body": "null"}, "an answer that is none: TypeError"),
    "a repo without an id": ({"status": 200, "body": '{"_id":"65d2f7b0"}'}, "an answer that is no"),
    "a repo whose id is null": ({"status": 200, "body": '{"id":null}'}, "an answer that is none"),
    "204": ({"status": 204, "body": ""}, "an answer that is none"),
    "300": ({"status": 300, "body": ""}, "an answer that is none"),
    "304": ({"status": 304, "body": ""}, "an answer that is none"),
    "307 to nowhere": ({"status": 307, "body": ""}, "an answer that is none"),
}


@pytest.mark.parametrize("name", NO_ANSWERS)
def test_what_does_not_answer_is_unknown(hub: Hub, clock: Clock, name: str) -> None:
    answer, reason = NO_ANSWERS[name]
    hub.fault("status", on=A, times=99, **answer)
    found = asked(clock, A)[A]
    assert (found.kind, found.reason[: len(reason)]) == (Kind.UNKNOWN, reason)
    assert "\n" not in found.reason


@pytest.mark.parametrize("name", NO_ANSWERS)
def test_what_lists_nothing_is_not_complete(hub: Hub, clock: Clock, name: str) -> None:
    hub.add(A)
    hub.fault("status", on="/api/models?", times=99, **NO_ANSWERS[name][0])
    found = listed(clock)
    assert (found.rows, found.complete) == ((), name == "a list of nothing")
    assert bool(found.reason) != found.complete


@pytest.mark.parametrize(
    ("rows", "reason", "requests"),
    [
        (1000, "its pages lead in a circle", 2),
        (1, "its pages lead in a circle", 102),
        (0, "more than 1,000 further pages", 1001),
    ],
)
def test_pages_in_a_circle(hub: Hub, clock: Clock, rows: int, reason: str, requests: int) -> None:
    link = f'<{hub.url}/api/models?author=acme&cursor=x>; rel="next"'
    body = json.dumps([{"_id": f"{n:024x}", "id": f"acme/M-{n}"} for n in range(rows)])
    hub.fault("status", status=200, headers={"Link": link}, body=body, times=9999)
    found = listed(clock)
    assert (len(found.rows), found.complete, found.reason) == (rows, False, reason)
    assert len(hub.requests) == requests


def test_an_answer_that_does_not_end(hub: Hub) -> None:
    """Each part of it comes in time."""
    hub.add(A, tags=["x" * 9000])
    hub.fault("drip", on=A, times=99)
    began = time.monotonic()
    patience = Patience(timeout=5, whole=0.4, tries=1)
    assert ask([A], patience=patience) == {
        A: Verdict(kind=Kind.UNKNOWN, reason="no answer in time")
    }
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    ("endpoint", "reason"),
    [
        ("https://hub.invalid", "its name was not found (is there a network?)"),
        ("https://127.0.0.1:9", "it refuses connections"),
        ("http://127.0.0.1", "the connection broke off"),
    ],
)
def test_no_hub_for_a_hundred(
    hub: Hub, clock: Clock, endpoint: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether of one owner or of many, they are not waited for one after the other."""

    def nowhere(*arguments: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    if "invalid" in endpoint:  # without asking a real name server
        monkeypatch.setattr("socket.getaddrinfo", nowhere)
    if endpoint.startswith("http:"):  # where TLS is spoken
        endpoint = hub.url.replace("https", "http")
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", endpoint)
    found = asked(clock, *(f"acme/{n}" for n in range(50)), *(f"o-{n}/x" for n in range(50)))
    assert set(found.values()) == {Verdict(kind=Kind.UNKNOWN, reason=reason)}
    assert clock.slept == [0.5, 1.0, 2.0, 1.0, 2.0, 4.0]


def test_a_listing_cut_after_some_pages(hub: Hub, clock: Clock) -> None:
    """What is on them needs no question of its own."""
    ids = [hub.add(f"acme/M-{n}").id for n in range(30)]
    hub.page_size = 10
    hub.fault("status", on="cursor=", times=9999, after=1)
    assert {verdict.kind for verdict in asked(clock, *ids).values()} == {Kind.OK}
    alone = [request for request in hub.requests if request.path != "/api/models"]
    assert len(alone) == 10


def test_no_file_is_asked_for_wherever_a_redirect_leads(hub: Hub, clock: Clock) -> None:
    hub.add(A)
    hub.fault("status", on="/Old", status=307, headers={"Location": f"/{A}/resolve/main/x.json"})
    reason = f"/{A}/resolve/main/x.json is not what is asked for"
    assert asked(clock, "acme/Old")["acme/Old"] == Verdict(kind=Kind.UNKNOWN, reason=reason)
    assert [request.status for request in hub.requests] == [307]


def test_the_library_asks_for_nothing_of_its_own(
    hub: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the start of a process it would like a registry, once in every thread."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_TELEMETRY", False)
    monkeypatch.setattr("huggingface_hub.utils._detect_agent._registry", None)
    ids = [hub.add(f"o-{n}/x").id for n in range(20)]
    assert {verdict.kind for verdict in asked(clock, *ids).values()} == {Kind.OK}
    assert sorted(request.path for request in hub.requests) == sorted(
        f"/api/models/{repo_id}" for repo_id in ids
    )


def test_an_interruption_leaves_the_rest_unasked(hub: Hub) -> None:
    hub.latency = 0.02

    def interrupt(number: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask([f"o-{n}/x" for n in range(300)], progress=interrupt)
    assert len(hub.requests) < 60
    assert [thread for thread in threading.enumerate() if thread.name.startswith("hub")] == []


def test_afterwards_the_client_is_the_librarys_own(
    hub: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For whoever else uses it in this process: files too, and not in offline mode."""
    hub.add(A)
    asked(clock, A)
    assert HfApi().model_info(A, revision="main").id == A
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(OfflineModeIsEnabled):
        HfApi().model_info(A)


def test_a_repo_that_is_gone_is_remembered() -> None:
    """So that another that takes its name is seen for what it is, though days lie between."""
    there = Verdict(kind=Kind.OK, canonical=A, hub_id="1" * 24)
    lock = {A: Entry(there, date(2026, 11, 25))}
    lock = updated(lock, {A: Verdict(kind=Kind.MISSING)}, [A], date(2026, 11, 26))
    assert lock == {A: Entry(Verdict(kind=Kind.MISSING, hub_id="1" * 24), date(2026, 11, 26))}

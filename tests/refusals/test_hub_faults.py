"""A Hub that errs, hides behind something else, or means no good: never a verdict that does not
follow from what it says, and never without end."""

import json
import signal
import socket
import threading
import time
from datetime import date
from typing import Any

import pytest
from huggingface_hub import HfApi
from huggingface_hub.errors import OfflineModeIsEnabled

from codegen.hub import session
from codegen.hub.ask import ask, list_uploads
from codegen.hub.lock import LockEntry, updated
from codegen.hub.verdict import Status, Verdict
from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub

A = "acme/A"


NO_ANSWERS: dict[str, tuple[dict[str, Any], str]] = {
    # the answer, how the reason begins
    "404 of another server": ({"status": 404, "body": '{"detail":"Not Found"}'}, "404 Not Found"),
    "404 of a page": ({"status": 404, "body": "<h1>nginx</h1>"}, "404 Not Found"),
    "404 without a body": ({"status": 404, "body": ""}, "404 Not Found"),
    "401 of a page": (
        {"status": 401, "body": "<h1>Log in</h1>", "headers": {"Content-Type": "text/html"}},
        "401 Unauthorized",
    ),
    "400": ({"status": 400, "body": '{"error":"Invalid expand"}'}, "400 Invalid expand"),
    "403": ({"status": 403, "body": "{}"}, "403 Forbidden"),
    "406": ({"status": 406, "body": '{"error":null}'}, "406 Not Acceptable"),
    "an error of a wrong type": ({"status": 400, "body": '{"error":["x"]}'}, "400 ['x']"),
    "half of the JSON": (
        {"status": 200, "body": '[{"_id": "65d2f7'},
        "application/json instead of JSON",
    ),
    "a deep nest": ({"status": 200, "body": "[" * 100_000}, "application/json instead of JSON"),
    "a list of nothing": ({"status": 200, "body": "[]"}, "an unusable answer: a row is [], not"),
    "null": ({"status": 200, "body": "null"}, "an unusable answer: a row is null, not a repo"),
    "a number": ({"status": 200, "body": "7"}, "an unusable answer: a row is 7, not a repo"),
    "a repo without an id": (
        {"status": 200, "body": '{"_id":"65d2f7b0"}'},
        "an unusable answer: a row has the id null",
    ),
    "a repo whose id is a number": (
        {"status": 200, "body": '{"id":7}'},
        "an unusable answer: a row has the id 7",
    ),
    "a repo whose id is no id": (
        {"status": 200, "body": '{"id":"x\\"]); import os #/y"}'},
        'an unusable answer: a row has the id "x\\"]); import os #/y": owner and',
    ),
    "204": ({"status": 204, "body": ""}, "204 No Content"),
    "300": ({"status": 300, "body": ""}, "300 Multiple Choices"),
    "304": ({"status": 304, "body": ""}, "304 Not Modified"),
    "307 to nowhere": ({"status": 307, "body": ""}, "307 Temporary Redirect"),
}


@pytest.mark.parametrize("name", NO_ANSWERS)
def test_what_does_not_answer_is_unknown(hub: Hub, clock: Clock, name: str) -> None:
    answer, reason = NO_ANSWERS[name]
    hub.fault("status", on=A, times=99, **answer)
    found = ask([A])[A]
    assert (found.status, found.reason[: len(reason)]) == (Status.UNKNOWN, reason)
    assert "\n" not in found.reason


@pytest.mark.parametrize("name", NO_ANSWERS)
def test_what_lists_nothing_is_not_complete(hub: Hub, clock: Clock, name: str) -> None:
    hub.add(A)
    hub.fault("status", on="/api/models?", times=99, **NO_ANSWERS[name][0])
    found = list_uploads("acme", expand=["gated"])
    assert (found.rows, found.complete) == ((), name == "a list of nothing")
    assert bool(found.reason) != found.complete


@pytest.mark.parametrize(("rows", "requests"), [(1000, 2), (1, 2), (0, 1)])
def test_pages_in_a_circle(hub: Hub, clock: Clock, rows: int, requests: int) -> None:
    reason = "a page repeats the rows of earlier pages"
    link = f'<{hub.url}/api/models?author=acme&cursor=x>; rel="next"'
    body = json.dumps([{"_id": f"{n:024x}", "id": f"acme/M-{n}"} for n in range(rows)])
    hub.fault("status", status=200, headers={"Link": link}, body=body, times=9999)
    found = list_uploads("acme", expand=["gated"])
    assert (len(found.rows), found.complete, found.reason) == (rows, False, reason)
    assert len(hub.requests) == requests


def test_an_answer_that_does_not_end(hub: Hub) -> None:
    """Each part of it comes in time."""
    hub.add(A, tags=["x" * 9000])
    hub.fault("drip", on=A, times=99)
    began = time.monotonic()
    reason = f"no full answer from {hub.url} in time"
    assert ask([A], limits=session.Limits(silence=5, answer=0.4)) == {
        A: Verdict(status=Status.UNKNOWN, reason=reason)
    }
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("endpoint", "reason"),
    [
        ("https://hub.invalid", "could not resolve hub.invalid"),
        ("https://127.0.0.1:9", "connection refused by https://127.0.0.1:9"),
        ("http://127.0.0.1", "lost the connection to {endpoint}"),
    ],
)
def test_no_hub_for_a_hundred(
    hub: Hub, clock: Clock, endpoint: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether of one owner or of many, they are not waited for one after the other."""

    def nowhere(*arguments: object, **options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    if "invalid" in endpoint:  # without asking a real name server
        monkeypatch.setattr("socket.getaddrinfo", nowhere)
    if endpoint.startswith("http:"):  # where TLS is spoken
        endpoint = hub.url.replace("https", "http")
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", endpoint)
    verdicts = ask([*(f"acme/{n}" for n in range(50)), *(f"o-{n}/x" for n in range(50))])
    reason = reason.format(endpoint=endpoint)
    assert set(verdicts.values()) == {Verdict(status=Status.UNKNOWN, reason=reason)}
    assert 7 <= clock.now < 60


def test_a_listing_cut_after_some_pages(hub: Hub, clock: Clock) -> None:
    """What is on them needs no question of its own."""
    ids = [hub.add(f"acme/M-{n}").id for n in range(30)]
    hub.page_size = 10
    hub.fault("status", on="cursor=", times=9999, after=1)
    assert {verdict.status for verdict in ask(ids).values()} == {Status.OK}
    alone = [request for request in hub.requests if request.path != "/api/models"]
    assert len(alone) == 10


def test_no_file_is_asked_for_wherever_a_redirect_leads(hub: Hub, clock: Clock) -> None:
    hub.add(A)
    hub.fault("status", on="/Old", status=307, headers={"Location": f"/{A}/resolve/main/x.json"})
    reason = f"a redirect to /{A}/resolve/main/x.json, which is not a model"
    assert ask(["acme/Old"])["acme/Old"] == Verdict(status=Status.UNKNOWN, reason=reason)
    assert [request.status for request in hub.requests] == [307]


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_leaves_the_rest_unasked(hub: Hub) -> None:
    hub.latency = 0.02

    def interrupt(number: int) -> None:
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        ask([f"o-{n}/x" for n in range(300)], progress=interrupt)
    assert len(hub.requests) < 60
    assert [thread for thread in threading.enumerate() if thread.name.startswith("hub")] == []


def test_afterwards_the_client_is_the_librarys_own(
    hub: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For whoever else uses it in this process: files too, and not in offline mode."""
    hub.add(A)
    ask([A])
    assert HfApi().model_info(A, revision="main").id == A
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(OfflineModeIsEnabled):
        HfApi().model_info(A)


def test_a_repo_that_is_gone_is_remembered() -> None:
    """So that another that takes its name is seen for what it is, though days lie between."""
    there = Verdict(status=Status.OK, canonical=A, hub_id="1" * 24)
    lock = {A: LockEntry(there, date(2026, 11, 25))}
    lock = updated(lock, {A: Verdict(status=Status.MISSING)}, [A], date(2026, 11, 26))
    assert lock == {
        A: LockEntry(Verdict(status=Status.MISSING, hub_id="1" * 24), date(2026, 11, 26))
    }

"""What has become of ids: every verdict, every way to get none, and what it costs to ask."""

import asyncio
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from codegen.hub import session
from codegen.hub.ask import HubError, ask
from codegen.hub.verdict import Status, Verdict
from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub

GOOD = "hf_good"
OPEN = "acme/Open-1B"


@pytest.fixture
def filled(hub: Hub, clock: Clock) -> Hub:
    """A Hub with a repo of every kind."""
    hub.tokens = {GOOD: "alice", "hf_expired": ""}
    hub.add(OPEN, license="apache-2.0", lastModified="2025-01-31T23:59:59.000Z")
    hub.add("acme/Auto", gated="auto")
    hub.add("acme/Manual", gated="manual")
    hub.add("acme/Off", disabled=True)
    hub.add("acme/Blocked", blocked=True)
    hub.add("acme/Private", private=True, readers=[GOOD])
    hub.add("acme/Hidden", private=True)
    hub.add("acme/New-1B")
    hub.add("else/Thing")
    hub.rename("acme/Old-1B", "acme/New-1B")
    hub.rename("acme/Moved", "else/Thing")
    hub.rename("acme/Gone", "acme/Hidden")
    hub.rename("acme/Loop-a", "acme/Loop-b")
    hub.rename("acme/Loop-b", "acme/Loop-a")
    return hub


def asked(clock: Clock, *ids: str, silence: float = 10, **options: Any) -> dict[str, Verdict]:
    return ask(ids, limits=replace(session.LIMITS, silence=silence), **options)


CASES = [
    # id, without a token, with one, the id that the Hub gives
    (OPEN, Status.OK, Status.OK, OPEN),
    ("acme/Auto", Status.GATED, Status.GATED, "acme/Auto"),
    ("acme/Manual", Status.GATED, Status.GATED, "acme/Manual"),
    ("acme/Off", Status.DISABLED, Status.DISABLED, "acme/Off"),
    ("acme/Blocked", Status.DISABLED, Status.DISABLED, "acme/Blocked"),
    ("acme/open-1b", Status.WRONG_CASE, Status.WRONG_CASE, OPEN),
    ("ACME/Open-1B", Status.WRONG_CASE, Status.WRONG_CASE, OPEN),
    ("acme/Old-1B", Status.RENAMED, Status.RENAMED, "acme/New-1B"),
    ("acme/Moved", Status.RENAMED, Status.RENAMED, "else/Thing"),
    ("acme/Gone", Status.MISSING, Status.MISSING, None),
    ("acme/nope", Status.MISSING, Status.MISSING, None),
    ("acme/Hidden", Status.MISSING, Status.MISSING, None),
    ("acme/Private", Status.MISSING, Status.PRIVATE, "acme/Private"),
    ("acme/Loop-a", Status.UNKNOWN, Status.UNKNOWN, None),
]


@pytest.mark.parametrize("together", [False, True], ids=["one by one", "by a listing"])
@pytest.mark.parametrize("with_token", [False, True], ids=["anybody", "alice"])
def test_verdicts(
    filled: Hub, clock: Clock, with_token: bool, together: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if with_token:
        monkeypatch.setenv("HF_TOKEN", GOOD)
    ids = [case[0] for case in CASES]
    found: dict[str, Verdict] = {}
    for batch in [ids] if together else [[repo_id] for repo_id in ids]:
        found |= asked(clock, *batch)
    assert [(i, found[i].status, found[i].canonical) for i in ids] == [
        (i, alice if with_token else anybody, None if anybody is alice is None else
         canonical if (alice if with_token else anybody) is not Status.MISSING else None)
        for i, anybody, alice, canonical in CASES
    ]  # fmt: skip
    listings = [request for request in filled.requests if request.path == "/api/models"]
    assert len(listings) == together
    assert {request.token for request in filled.requests} == {GOOD if with_token else None}
    assert not any("resolve" in request.path for request in filled.requests)


def test_what_a_verdict_says(filled: Hub, clock: Clock) -> None:
    key = filled.repos[OPEN].facts["_id"]
    expected = Verdict(
        status=Status.OK,
        canonical=OPEN,
        hub_id=key,
        license="apache-2.0",
        created=date(2024, 2, 19),
        last_modified=date(2025, 1, 31),
    )
    assert asked(clock, OPEN) == {OPEN: expected}
    others = ["acme/a", "acme/b", "acme/c"]
    assert asked(clock, OPEN, *others)[OPEN] == expected  # from a listing
    assert asked(clock, "acme/Auto")["acme/Auto"].gated == "auto"


def test_missing_says_whether_a_token_was_sent(
    filled: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = "acme/nope"
    assert asked(clock, missing)[missing].reason == "no token sent"
    assert asked(clock, "acme/Gone")["acme/Gone"].reason == "no token sent; leads to acme/Hidden"
    monkeypatch.setenv("HF_TOKEN", GOOD)
    assert asked(clock, missing)[missing].reason == ""
    assert filled.requests[-1].status == 404


def test_gated_is_not_missing(hub: Hub, clock: Clock) -> None:
    """The library's error for gated is one for missing too."""
    hub.fault("status", status=403, headers={"X-Error-Code": "GatedRepo"})
    assert asked(clock, OPEN)[OPEN].status is Status.GATED


def test_the_order_is_that_of_the_question(filled: Hub, clock: Clock) -> None:
    ids = ["else/Thing", "acme/nope", OPEN, "acme/Auto", "acme/Manual", "acme/Off", OPEN]
    assert list(asked(clock, *ids)) == ids[:-1]


FAULTS = [
    ("status", "503 Service unavailable"),
    ("drop", "lost the connection to {url}"),
    ("reset", "lost the connection to {url}"),
    ("cut", "lost the connection to {url}"),
    ("hang", "no answer from {url} in time"),
    ("error_200", "an error: Something went wrong"),
]


@pytest.mark.parametrize(("kind", "reason"), FAULTS)
def test_what_passes_is_tried_again(filled: Hub, clock: Clock, kind: str, reason: str) -> None:
    filled.fault(kind, on="Open-1B", times=2)
    found = asked(clock, OPEN, silence=1.5 if kind == "hang" else 10)
    assert found[OPEN].status is Status.OK
    assert clock.slept == [0.5, 1.0]


@pytest.mark.parametrize(("kind", "reason"), FAULTS)
def test_what_does_not_pass_is_unknown(filled: Hub, clock: Clock, kind: str, reason: str) -> None:
    """And what was answered stays answered."""
    filled.fault(kind, on="Open-1B", times=99)
    silence = 1.5 if kind == "hang" else 10
    found = asked(clock, OPEN, "else/Thing", "acme/nope", silence=silence)
    assert found[OPEN] == Verdict(status=Status.UNKNOWN, reason=reason.format(url=filled.url))
    assert found["else/Thing"].status is Status.OK
    assert found["acme/nope"].status is Status.MISSING
    assert filled.asked(f"/api/models/{OPEN}") == 4
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("hub")] == []


def test_answers_of_something_else(filled: Hub, clock: Clock) -> None:
    """A page for people is neither an answer nor a missing model."""
    filled.fault("html", on="Open-1B")
    page = {"status": 404, "body": "<html>", "headers": {"Content-Type": "text/html"}}
    filled.fault("status", on="Thing", **page)  # type: ignore[arg-type]
    filled.fault("status", on="Auto", status=403, body="{}")
    filled.fault("status", on="Manual", status=400, body="{}")
    found = asked(clock, OPEN, "else/Thing", "acme/Auto", "acme/Manual")
    assert {verdict.status for verdict in found.values()} <= {Status.UNKNOWN, Status.GATED}
    assert found[OPEN].status is Status.UNKNOWN


def test_a_rate_limit_is_kept(filled: Hub, clock: Clock) -> None:
    filled.quotas = None
    limit = {"RateLimit": '"api";r=0;t=7'}
    filled.fault("status", status=429, headers=limit, on="Manual", times=2)
    waits: list[str] = []
    found = asked(clock, OPEN, "else/Thing", "acme/Manual", notify=waits.append)
    assert [verdict.status for verdict in found.values()] == [Status.OK, Status.OK, Status.GATED]
    assert sum(clock.slept) >= 14
    assert waits == ["The Hub's rate limit is reached; waiting 8 s."] * 2


@pytest.mark.parametrize("status", [429, 503])
def test_a_refusal_for_ever_ends(filled: Hub, clock: Clock, status: int) -> None:
    limit = {"RateLimit": '"api";r=0;t=300'} if status == 429 else {}
    filled.fault("status", status=status, headers=limit, times=10_000, on="/api/models/")
    names = [filled.add(f"other/Model-{n}").id for n in range(40)]
    absent = [f"other/nope-{n}" for n in range(40)]
    found = asked(clock, *names, *absent)
    assert {found[name].status for name in names} == {Status.OK}  # by the listing
    assert {found[name].status for name in absent} == {Status.UNKNOWN}
    assert clock.now <= 1800
    assert len(filled.requests) < 150


def test_the_quota_is_not_overrun(filled: Hub, clock: Clock) -> None:
    """When it is used up the next window is waited for, at most as many are refused as were on
    their way, and all are answered in the end."""
    filled.quotas = (30, 30)
    absent = [f"other/nope-{n}" for n in range(80)]
    found = asked(clock, *absent)
    assert {verdict.status for verdict in found.values()} == {Status.MISSING}
    assert {round(slept) for slept in clock.slept} == {301}
    assert 2 <= len(clock.slept) <= 4  # more than two on a machine so busy that answers are late
    assert sum(request.status == 429 for request in filled.requests) <= len(clock.slept) * 15


def test_no_more_than_sixteen_at_once(filled: Hub, clock: Clock) -> None:
    filled.latency = 0.1
    asked(clock, *(f"other/nope-{n}" for n in range(100)))
    assert 8 < filled.peak_in_flight <= 16


@pytest.mark.parametrize("in_header", [True, False])
@pytest.mark.parametrize("token", ["hf_expired", "hf_mistyped"])
def test_a_token_that_is_no_good(
    filled: Hub, clock: Clock, token: str, in_header: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One error, not a missing model for each id; and one check of the token."""
    filled.expired_in_header = in_header
    monkeypatch.setenv("HF_TOKEN", token)
    for ids in [[f"other-{n}/nope" for n in range(200)], [f"acme/{n}" for n in range(200)]]:
        filled.requests.clear()
        with pytest.raises(HubError, match="refuses the token"):
            asked(clock, *ids)
        assert filled.asked("/api/whoami-v2") == 1
        assert len(filled.requests) <= 33


def test_a_token_that_cannot_be_checked(
    filled: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.fault("status", on="whoami", times=99)
    monkeypatch.setenv("HF_TOKEN", "hf_expired")
    found = asked(clock, OPEN)
    assert found == {OPEN: Verdict(status=Status.UNKNOWN, reason="503 Service unavailable")}


def test_a_401_with_a_good_token_is_missing(
    filled: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.fault("status", on="nope", status=401, body="{}", times=9)
    monkeypatch.setenv("HF_TOKEN", GOOD)
    assert asked(clock, "acme/nope")["acme/nope"].status is Status.MISSING


def test_the_token_stays_at_home(
    filled: Hub, clock: Clock, new_hub: Callable[[], Hub], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a redirect nor a link to another host is followed, with the token or without."""
    other = new_hub()
    filled.redirect_origin = other.url
    monkeypatch.setenv("HF_TOKEN", GOOD)
    found = asked(clock, "acme/Old-1B")["acme/Old-1B"]
    reason = f"a redirect to {other.url}, which is not followed"
    assert found == Verdict(status=Status.UNKNOWN, reason=reason)
    filled.page_size, filled.link_origin = 1, other.url
    asked(clock, "acme/Old-1B", "acme/Auto", "acme/Manual", OPEN)
    assert (other.requests, other.connections) == ([], 0)


def test_offline_asks_nothing(filled: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(HubError, match="Offline"):
        asked(clock, OPEN)
    assert (filled.requests, filled.connections) == ([], 0)


@pytest.mark.parametrize("number", [2, 5, 6])
def test_a_chain_of_renames(filled: Hub, clock: Clock, number: int) -> None:
    for n in range(number):
        filled.rename(f"acme/Name-{n}", f"acme/Name-{n + 1}")
    filled.add(f"acme/Name-{number}")
    verdict = asked(clock, "acme/Name-0")["acme/Name-0"]
    if number < 6:
        assert (verdict.status, verdict.canonical) == (Status.RENAMED, f"acme/Name-{number}")
    else:
        assert verdict == Verdict(status=Status.UNKNOWN, reason="more than 5 redirects")
    assert len(filled.requests) == min(number + 1, 6)


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (403, "{}", "the token could not be checked (403 Forbidden)"),
        (404, "<h1>nginx</h1>", "the token could not be checked (404 Not Found)"),
        (307, "", "the token could not be checked (307 Temporary Redirect)"),
    ],
)
def test_only_a_401_refuses_the_token(
    filled: Hub,
    clock: Clock,
    status: int,
    body: str,
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A mirror may not know whose token it is: then a 401 says nothing of the repo."""
    filled.fault("status", on="nope", status=401, body="{}", times=9)
    filled.fault("status", on="whoami", status=status, body=body, times=9)
    monkeypatch.setenv("HF_TOKEN", GOOD)
    verdicts = asked(clock, "acme/nope", "other/nope", OPEN)
    unknown = Verdict(status=Status.UNKNOWN, reason=reason)
    assert (verdicts["acme/nope"], verdicts["other/nope"]) == (unknown, unknown)
    assert verdicts[OPEN].status is Status.OK
    assert filled.asked("/api/whoami-v2") == 1


def test_an_id_that_is_none(filled: Hub, clock: Clock) -> None:
    ids = ["gpt2", "acme/{org}", "../../etc/passwd", OPEN, ""]
    verdicts = asked(clock, *ids)
    assert [verdict.status for verdict in verdicts.values()] == [
        *(Status.UNKNOWN,) * 3, Status.OK, Status.UNKNOWN
    ]  # fmt: skip
    assert verdicts["gpt2"].reason.startswith("no valid repo id: it needs exactly one slash")
    assert len(filled.requests) == 1


def test_an_empty_listing_says_nothing(filled: Hub, clock: Clock) -> None:
    """The Hub may mind how an owner is spelled: whoever is not listed is asked for."""
    ids = ["ACME/Open-1B", "ACME/Auto", "ACME/Manual", "ACME/Off"]
    kinds = {verdict.status for verdict in asked(clock, *ids).values()}
    assert kinds == {Status.WRONG_CASE}


def test_a_listing_that_fails_is_done_without(filled: Hub, clock: Clock) -> None:
    filled.fault("status", on="/api/models?", times=99)
    found = asked(clock, OPEN, "acme/Auto", "acme/Manual", "acme/nope")
    kinds = [verdict.status for verdict in found.values()]
    assert kinds == [Status.OK, Status.GATED, Status.GATED, Status.MISSING]


def test_no_hub_is_not_waited_for_by_every_owner(filled: Hub, clock: Clock) -> None:
    filled.fault("status", times=10_000)
    found = asked(clock, *(f"owner-{n % 20}/{n}" for n in range(200)))
    assert {verdict.status for verdict in found.values()} == {Status.UNKNOWN}
    assert filled.asked("/api/models") == 4
    assert clock.now < 60  # 16 at once, if one waited after the other
    assert len(filled.requests) < 150


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_asks_nothing_more(
    filled: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.latency = 0.05

    async def interrupted(seconds: float) -> None:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(60)

    filled.fault("status", on="nope-0")
    limits = replace(session.LIMITS, sleep=interrupted)
    with pytest.raises(KeyboardInterrupt):
        ask([f"other-{n}/nope-{n}" for n in range(20)], limits=limits)
    before = len(filled.requests)
    time.sleep(0.15)
    assert len(filled.requests) == before


def test_progress(filled: Hub, clock: Clock) -> None:
    told: list[int] = []
    asked(clock, OPEN, "acme/Auto", "acme/Manual", "acme/nope", "else/Thing", progress=told.append)
    assert told == [3, 4, 5]


def test_cost_with_everything_present(filled: Hub, clock: Clock) -> None:
    """As many requests as pages."""
    ids = [filled.add(f"other/Model-{n}").id for n in range(2500)]
    assert {verdict.status for verdict in asked(clock, *ids).values()} == {Status.OK}
    assert len(filled.requests) == 3


def test_cost_with_some_absent(filled: Hub, clock: Clock) -> None:
    ids = [filled.add(f"other/Model-{n}").id for n in range(940)]
    ids += [f"other/nope-{n}" for n in range(30)]
    for n in range(10):
        filled.rename(f"other/Old-{n}", f"other/Model-{n}")
    ids += [f"other/Old-{n}" for n in range(10)] + [f"other/model-{n}" for n in range(20)]
    found = asked(clock, *ids)
    assert sum(verdict.status is not Status.OK for verdict in found.values()) == 60
    assert len(filled.requests) == 1 + 30 + 2 * 10  # other case is seen in the listing


def test_owners_of_few_are_not_listed(filled: Hub, clock: Clock) -> None:
    for n in range(20):
        filled.add(f"owner-{n}/Model")
    found = asked(clock, *(f"owner-{n}/Model" for n in range(20)))
    assert {verdict.status for verdict in found.values()} == {Status.OK}
    assert filled.asked("/api/models") == 0


def test_owners_are_listed_side_by_side(filled: Hub, clock: Clock) -> None:
    """But for the first, which tells whether there is a Hub."""
    ids = [filled.add(f"owner-{n}/Model-{m}").id for n in range(12) for m in range(5)]
    filled.latency = 0.05
    assert {verdict.status for verdict in asked(clock, *ids).values()} == {Status.OK}
    assert filled.asked("/api/models") == len(filled.requests) == 12
    assert filled.peak_in_flight > 4


def test_a_listing_that_fails_beside_others_is_tried_again(filled: Hub, clock: Clock) -> None:
    ids = [filled.add(f"owner-{n}/Model-{m}").id for n in range(4) for m in range(5)]
    filled.fault("status", on="author=owner-2", times=2)
    assert {verdict.status for verdict in asked(clock, *ids).values()} == {Status.OK}
    assert filled.asked("/api/models") == len(filled.requests) == 4 + 2
    assert clock.slept == [0.5, 1.0]


def test_an_owner_in_other_letters_costs_little(filled: Hub, clock: Clock) -> None:
    """One id tells how it is spelled, and then it is listed."""
    ids = [filled.add(f"other/Model-{n}").id.replace("other", "Other") for n in range(100)]
    found = asked(clock, *ids)
    assert {verdict.status for verdict in found.values()} == {Status.WRONG_CASE}
    assert found["Other/Model-7"].canonical == "other/Model-7"
    assert len(filled.requests) == 1 + 2 + 1

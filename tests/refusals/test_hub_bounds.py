"""What a server may take of time and memory, and how an interruption ends."""

import os
import signal
import subprocess
import sys
import time
import tracemalloc
from dataclasses import replace

import pytest

from codegen.hub import session
from codegen.hub.ask import ask, list_uploads
from codegen.hub.verdict import Status, Verdict
from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub

A = "acme/A"


def unknown(reason: str) -> dict[str, Verdict]:
    return {A: Verdict(status=Status.UNKNOWN, reason=reason)}


def test_a_compressed_answer(hub: Hub, clock: Clock) -> None:
    hub.add(A)
    hub.fault("gzip", on=A)
    assert ask([A])[A].status is Status.OK


def test_an_answer_that_is_compressed_in_another_way(hub: Hub, clock: Clock) -> None:
    hub.add(A)
    hub.fault("br", on=A)
    assert ask([A]) == unknown("an answer compressed as br, which was not asked for")


def test_an_answer_that_is_too_large(hub: Hub, clock: Clock) -> None:
    hub.add(A, tags=["x" * 9000])
    limits = replace(session.LIMITS, size=9000)
    assert ask([A], limits=limits) == unknown("an answer of more than 9,000 bytes")


def test_a_bomb(hub: Hub, clock: Clock) -> None:
    """The library's client would decompress 64 MB at a time, without end."""
    hub.fault("bomb", on=A)
    tracemalloc.start()
    try:
        assert ask([A]) == unknown("an answer of more than 33,554,432 bytes")
        assert tracemalloc.get_traced_memory()[1] < 100 << 20
    finally:
        tracemalloc.stop()
    assert len(hub.requests) == 1


@pytest.mark.parametrize("kind", ["drip", "continue", "headers", "hang"])
def test_an_answer_without_end(hub: Hub, clock: Clock, kind: str) -> None:
    hub.add(A, tags=["x" * 9000])
    hub.fault(kind, on=A, times=99)
    began = time.monotonic()
    limits = replace(session.LIMITS, silence=5, answer=0.4)
    assert ask([A], limits=limits) == unknown(f"no full answer from {hub.url} in time")
    assert time.monotonic() - began < 2


def test_everything_together(hub: Hub, clock: Clock) -> None:
    limits = replace(session.LIMITS, total=-1)
    assert ask([A], limits=limits) == unknown("no request is sent after -1 s")
    assert hub.requests == []


@pytest.mark.parametrize("wait", [0, 20, 29])
def test_waits_are_told_and_bounded(hub: Hub, clock: Clock, wait: int) -> None:
    hub.add(A)
    hub.fault("status", status=429, headers={"RateLimit": '"api";r=0;t=9'}, times=99)
    notices: list[str] = []
    limits = replace(session.LIMITS, wait=float(wait))
    left = wait % 10
    reason = f"the rate limit is reached for 10 s, and only {left} s of waiting remain"
    assert ask([A], limits=limits, notify=notices.append) == unknown(reason)
    assert clock.slept == [10.0] * (wait // 10)
    text = "The Hub's rate limit is reached; waiting 10 s."
    assert notices == [text] * (wait // 10)


def test_a_wait_of_no_time_ends_too(hub: Hub, clock: Clock) -> None:
    hub.fault("status", status=429, headers={"Retry-After": "0"}, times=9999)
    assert ask([A]) == unknown("the rate limit is reached")
    assert len(hub.requests) == 4


CODE = """
import signal, socket, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.argv[1] == "resolve":
    def slow(*args, **options):
        print("waiting", flush=True)
        time.sleep(60)
    socket.getaddrinfo = slow
from codegen.hub.ask import ask, list_uploads
def told(text):
    print(text, flush=True)
if sys.argv[1] == "list":
    list_uploads("acme", expand=["tags"], notify=told)
ask(["acme/A", "acme/B"], notify=told)
"""


@pytest.mark.parametrize("where", ["hang", "headers", "drip", "429", "resolve", "list"])
def test_an_interruption_ends_at_once(hub: Hub, where: str) -> None:
    """With an answer on its way, during a wait, and while a name server does not answer."""
    hub.add(A, tags=["x" * 9000])
    if where == "429":
        limit = {"RateLimit": '"api";r=0;t=99'}
        hub.fault("status", status=429, headers=limit, times=99)
    elif where != "resolve":
        hub.fault("hang" if where == "list" else where, times=99)
    endpoint = "https://hub.invalid" if where == "resolve" else hub.url
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, where],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "HF_ENDPOINT": endpoint},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    if where in ("429", "resolve"):
        process.stdout.readline()
    else:
        while not hub.requests:
            time.sleep(0.02)
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert time.monotonic() - began < 4  # 0.2 on a quiet machine
    assert errors.rstrip().endswith("KeyboardInterrupt")


def test_in_a_notebook(hub: Hub, clock: Clock) -> None:
    """Where a loop is running already."""
    import asyncio

    hub.add(A)

    async def cell() -> tuple[Status, bool]:
        return ask([A])[A].status, list_uploads("acme", expand=["tags"]).complete

    assert asyncio.run(cell()) == (Status.OK, True)

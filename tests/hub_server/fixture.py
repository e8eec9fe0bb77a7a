"""How tests get a Hub: `hub` runs one and points the real client at it, in this process and in
those started from it."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from .server import Authority, Hub, running

_OTHERS = ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_OIDC_RESOURCE", "HF_HUB_OFFLINE",
           "TRANSFORMERS_OFFLINE", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "https_proxy",
           "http_proxy", "all_proxy", "no_proxy", "SSL_CERT_DIR")  # fmt: skip


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Whom the client is told to trust."""
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def new_hub(authority: Authority) -> Iterator[Callable[[], Hub]]:
    """Starts a server; nothing is pointed at it."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(running(authority))


@pytest.fixture
def hub(
    new_hub: Callable[[], Hub], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hub]:
    """A Hub that huggingface_hub asks: empty at first, without a token. `hub.url`, `hub.add(id,
    **facts)`, `hub.requests`; see `World` for the rest."""
    from huggingface_hub import close_session, constants

    server = new_hub()
    home = tmp_path / "hf-home"
    for name in _OTHERS:
        monkeypatch.delenv(name, raising=False)
    for name, value in {
        "HF_ENDPOINT": server.url,
        "HF_HOME": str(home),
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "NO_PROXY": "127.0.0.1",
        "SSL_CERT_FILE": str(server.ca_file),
    }.items():
        monkeypatch.setenv(name, value)
    # The library has read these from the environment already, when it was imported.
    monkeypatch.setattr(constants, "ENDPOINT", server.url)
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_TELEMETRY", True)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(home / "token"))
    close_session()
    yield server
    close_session()


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C interrupts, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Clock:
    """Time that passes only while somebody sleeps; several sleep at the same time."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        end = self.now + seconds
        for _ in range(50):  # what is on its way arrives meanwhile
            await asyncio.sleep(0.01)
            if not self.hub.in_flight:
                break
        await asyncio.sleep(0.05)
        self.now = max(self.now, end)


@pytest.fixture
def clock(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A fake clock, for the Hub and for those who ask it."""
    from codegen.hub import session

    hub.clock = made = Clock(hub)
    limits = session.Limits(clock=made, sleep=made.sleep)
    monkeypatch.setattr(session, "LIMITS", limits)
    return made

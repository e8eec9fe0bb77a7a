"""Networks that do not work: the message names what does not."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from codegen.hub.ask import HubError, ask
from codegen.hub.verdict import Status
from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub

A = "acme/A"


def reason(clock: Clock) -> str:
    verdict = ask([A])[A]
    assert verdict.status is Status.UNKNOWN
    return verdict.reason


@contextmanager
def proxy(answer: bytes) -> Iterator[str]:
    """A proxy that says the same to everybody."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                connection.recv(10_000)
                connection.sendall(answer)
                connection.close()

        Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture
def proxied(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("NO_PROXY", "")
    return monkeypatch


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_dead_proxy(clock: Clock, proxied: pytest.MonkeyPatch, name: str) -> None:
    proxied.setenv(name, "http://alice:secret@127.0.0.1:9")
    assert reason(clock) == "connection refused by the proxy http://127.0.0.1:9"


def test_a_dead_server(clock: Clock, proxied: pytest.MonkeyPatch, hub: Hub) -> None:
    proxied.setattr("huggingface_hub.constants.ENDPOINT", "https://alice:secret@127.0.0.1:9")
    assert reason(clock) == "connection refused by https://127.0.0.1:9"


def test_a_proxy_without_a_name(clock: Clock, proxied: pytest.MonkeyPatch) -> None:
    def nowhere(*arguments: object, **options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    proxied.setattr("socket.getaddrinfo", nowhere)
    proxied.setenv("HTTPS_PROXY", "proxy.invalid:3128")
    assert reason(clock) == "could not resolve proxy.invalid"


@pytest.mark.parametrize(
    "status", ["407 Proxy Authentication Required", "502 Bad Gateway", "403 Forbidden"]
)
def test_a_proxy_that_refuses(clock: Clock, proxied: pytest.MonkeyPatch, status: str) -> None:
    with proxy(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode()) as url:
        proxied.setenv("HTTPS_PROXY", url)
        assert reason(clock) == f"the proxy {url} answered {status}"


def test_no_proxy_for_the_endpoint(clock: Clock, proxied: pytest.MonkeyPatch, hub: Hub) -> None:
    hub.add(A)
    proxied.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    proxied.setenv("NO_PROXY", "127.0.0.1")
    assert ask([A])[A].status is Status.OK


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("HTTPS_PROXY", "ftp://127.0.0.1:9", "No connection can be set up: "),
        ("HTTPS_PROXY", "socks5://127.0.0.1:9", "No connection can be set up: "),
        ("HTTPS_PROXY", "http://[::1", "HTTPS_PROXY is 'http://[::1', which is not a URL."),
        ("SSL_CERT_FILE", "/nowhere.pem", "No connection can be set up: "),
        ("HF_TOKEN", "hf_\x1b[31m", "The token (HF_TOKEN) holds characters that no token has."),
        ("HF_TOKEN", "hf_é", "The token (HF_TOKEN) holds characters that no token has."),
    ],
)
def test_settings_that_cannot_be_used(
    clock: Clock, proxied: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    proxied.setenv(name, value)
    with pytest.raises(HubError) as refused:
        ask([A])
    assert str(refused.value).startswith(message)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize("prefix", ["", "/api/huggingfaceml/hf", "/mirror/"])
def test_an_endpoint_with_a_path(
    hub: Hub, clock: Clock, prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths are asked below it, also after a redirect that is the Hub's own."""
    hub.prefix = prefix.rstrip("/")
    hub.add("acme/New")
    hub.rename("acme/Old", "acme/New")
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", f"{hub.url}{prefix}")
    assert ask(["acme/Old"])["acme/Old"].canonical == "acme/New"
    assert [request.status for request in hub.requests] == [307, 200]

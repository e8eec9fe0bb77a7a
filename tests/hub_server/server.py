"""How the local Hub's answers travel: TLS on a port of this machine, and what goes wrong there."""

import gzip
import socket
import ssl
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import trustme

from .answers import Answer, answer
from .world import Fault, Request, World

_HTML = "<!doctype html><html><body>Please log in to the network.</body></html>"


class Authority:
    """Signs the certificates of the servers of one run; `file` is for SSL_CERT_FILE."""

    def __init__(self, folder: Path) -> None:
        self._ca = trustme.CA()
        self.file = folder / "authority.pem"
        self._ca.cert_pem.write_to_path(self.file)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._ca.issue_cert("127.0.0.1", "localhost").configure_cert(self.context)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, world: World, context: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        # The handshake is made by the thread of the connection, not by the one that accepts.
        self.socket = context.wrap_socket(
            self.socket, server_side=True, do_handshake_on_connect=False
        )
        self.world = world
        self.closing = Event()
        self.origin = f"https://127.0.0.1:{self.server_port}"

    def get_request(self) -> tuple[Any, Any]:
        request = super().get_request()
        self.world.connections += 1
        return request

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away are none of the tests' business."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: no waiting for an acknowledgement between them
    disable_nagle_algorithm = True
    server: _Server

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        world = self.server.world
        with world.lock:
            world.in_flight += 1
            world.peak_in_flight = max(world.peak_in_flight, world.in_flight)
        try:
            self._respond(world)
        finally:
            with world.lock:
                world.in_flight -= 1

    def _respond(self, world: World) -> None:
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        token = self.headers.get("Authorization", "").removeprefix("Bearer ") or None
        with world.lock:
            fault = world.take_fault(self.path)
            said = None
            if fault is None or fault.kind in ("cut", "drip", "gzip", "br"):
                said = answer(world, self.server.origin, url.path, query, token)
            elif fault.kind in _SAID:
                said = _SAID[fault.kind](fault)
            status = said.status if said else 0
            if not url.path.startswith("/__"):
                world.requests.append(Request(url.path, query, token, status))
        if world.latency:
            time.sleep(world.latency)
        if said:
            self._send(said, fault.kind if fault else "")
        elif fault and fault.kind in _ENDLESS:
            self.close_connection = True
            self.wfile.write(_ENDLESS[fault.kind][0])
            with suppress(OSError):  # until the client has had enough
                while not self.server.closing.wait(0.001 if fault.kind == "bomb" else 0.05):
                    self.wfile.write(_ENDLESS[fault.kind][1])
                    self.wfile.flush()
        else:
            self._break(is_reset=fault is not None and fault.kind == "reset")

    def _send(self, said: Answer, fault: str) -> None:
        body = said.body.encode()
        if fault in ("gzip", "br"):
            body = gzip.compress(body)
        self.send_response(said.status)
        for name, value in said.headers.items():
            self.send_header(name, value)
        if fault in ("gzip", "br"):
            self.send_header("Content-Encoding", fault)
        self.send_header("Content-Type", said.kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        is_whole = fault not in ("cut", "drip")
        self.wfile.write(body if is_whole else body[: len(body) // 2])
        self.wfile.flush()
        while fault == "drip" and not self.server.closing.wait(0.05):
            self.wfile.write(b" ")
            self.wfile.flush()
        if not is_whole:
            self._break(is_reset=False)

    def _break(self, *, is_reset: bool) -> None:
        self.close_connection = True
        if is_reset:
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            socket.close(self.connection.detach())
        else:
            self.connection.shutdown(socket.SHUT_RDWR)


def _said_status(fault: Fault) -> Answer:
    return Answer(fault.status, fault.body, fault.headers)


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_ZEROS = gzip.compress(bytes(64 << 20))

_ENDLESS = {
    "hang": (b"", b""),
    "continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "headers": (b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
    "bomb": (
        _OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"%x\r\n%b\r\n" % (len(_ZEROS), _ZEROS),
    ),
}
"""Answers that do not end: how they begin, and what follows again and again."""

_SAID = {
    "status": _said_status,
    "html": lambda _: Answer(200, _HTML, kind="text/html"),
    "error_200": lambda _: Answer(200, '{"error":"Something went wrong"}'),
}


@dataclass(slots=True)
class Hub(World):
    """A server that runs, and what it knows."""

    url: str = ""
    """`https://127.0.0.1:PORT`, for HF_ENDPOINT."""
    ca_file: Path = Path()
    """For SSL_CERT_FILE."""


@contextmanager
def running(authority: Authority) -> Iterator[Hub]:
    """A server for as long as the block lasts."""
    hub = Hub()
    server = _Server(hub, authority.context)
    hub.url, hub.ca_file = server.origin, authority.file
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()

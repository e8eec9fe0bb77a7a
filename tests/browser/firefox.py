"""A headless Firefox, driven in WebDriver BiDi over a web socket on a local port."""

import base64
import json
import os
import re
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .tab import PATIENCE, Tab

NAMES = ("firefox", "firefox-esr")
_PREFERENCES = {
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.events.testing.asyncClipboard": True,
    "layout.css.prefers-color-scheme.content-override": 1,  # light
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "",
    "toolkit.telemetry.enabled": False,
}
_KEYS = {
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Tab": "\ue004",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}


class _WebSocket:
    """A client of a web socket for text messages (RFC 6455)."""

    def __init__(self, port: int, path: str) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        key = base64.b64encode(os.urandom(16)).decode()
        head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
        head += (
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        self._socket.sendall(head.encode())
        self._file = self._socket.makefile("rb")
        while self._file.readline().strip():
            pass

    def send(self, text: str) -> None:
        data = text.encode()
        size = len(data)
        if size < 126:
            head = struct.pack("!BB", 0x81, 0x80 | size)
        elif size < 65_536:
            head = struct.pack("!BBH", 0x81, 0x80 | 126, size)
        else:
            head = struct.pack("!BBQ", 0x81, 0x80 | 127, size)
        mask = b"mask"  # a client has to mask its messages
        masked = bytes(byte ^ mask[n % 4] for n, byte in enumerate(data))
        self._socket.sendall(head + mask + masked)

    def receive(self) -> str:
        data = b""
        while True:
            first, size = self._file.read(2)
            if size >= 126:
                size = int.from_bytes(self._file.read(2 if size == 126 else 8), "big")
            data += self._file.read(size)
            if first & 0x80:
                return data.decode()

    def close(self) -> None:
        self._file.close()
        self._socket.close()


class FirefoxTab(Tab):
    """A page in Firefox."""

    def __init__(self, web_socket: _WebSocket) -> None:
        super().__init__()
        self._socket = web_socket
        self._number = 0
        self.call("session.new", capabilities={})
        # Not the first tab, where the address bar has the focus.
        self._context = self.call("browsingContext.create", type="tab")["context"]
        self.call("browsingContext.activate", context=self._context)
        self.call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and wait for its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.receive())
            if answer["type"] == "event":
                self._note(answer["method"], answer["params"])
            elif answer["id"] == self._number:
                if answer["type"] == "error":
                    raise RuntimeError(f"{method}: {answer['message']}")
                return dict(answer["result"])

    def _note(self, event: str, params: dict[str, Any]) -> None:
        if event == "network.beforeRequestSent":
            self.requests.append(params["request"]["url"])
        elif params["level"] in ("error", "warn"):
            self.complaints.append(str(params["text"]))

    def goto(self, address: str) -> None:
        """Load an address afresh and wait until it is loaded."""
        for url in ("about:blank", address):
            self.call("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression in the page, awaited, as after a click."""
        result = self.call(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({script})) ?? 'null')()",
            target={"context": self._context},
            awaitPromise=True,
            userActivation=True,
        )
        if result["type"] == "exception":
            raise RuntimeError(result["exceptionDetails"]["text"])
        return json.loads(result["result"]["value"])

    def press(self, *keys: str) -> None:
        """Press keys by name, as a keyboard does."""
        values = [_KEYS.get(key, key) for key in keys]
        strokes = [{"type": t, "value": v} for v in values for t in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": strokes})

    def point(self, x: float, y: float) -> None:
        """Click with the mouse at a place in the window."""
        steps: list[dict[str, object]] = [{"type": "pointerMove", "x": round(x), "y": round(y)}]
        steps += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act({"type": "pointer", "id": "mouse", "actions": steps})

    def _act(self, source: dict[str, object]) -> None:
        self.call("input.performActions", context=self._context, actions=[source])

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """Set the size of the window, in CSS pixels."""
        viewport = {"width": width, "height": height}
        self.call("browsingContext.setViewport", context=self._context, viewport=viewport)

    def picture(self, path: Path) -> None:
        """Save what the window shows as a PNG."""
        result = self.call("browsingContext.captureScreenshot", context=self._context)
        path.write_bytes(base64.b64decode(result["data"]))

    def clipboard(self) -> str:
        """The text on the clipboard."""
        return str(self.run("navigator.clipboard.readText()"))


@contextmanager
def firefox(program: str, profile: Path) -> Iterator[FirefoxTab]:
    """A browser with an empty profile in the given folder, and a page in it; ended afterwards."""
    profile.mkdir(parents=True, exist_ok=True)
    lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in _PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines), "utf-8")
    command = [program, "--headless", "--no-remote", "--profile", str(profile)]
    process = subprocess.Popen(
        [*command, "--remote-debugging-port", "0"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "HOME": str(profile)},
    )
    assert process.stderr is not None
    port = next(m[1] for m in map(re.compile(r"ws://[^:]+:(\d+)").search, process.stderr) if m)
    web_socket = _WebSocket(int(port), "/session")
    try:
        yield FirefoxTab(web_socket)
    finally:
        web_socket.close()
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stderr.close()

"""A headless Chromium, driven through a pipe in its own DevTools protocol: no port, no package.

The messages are JSON objects that end with a NUL byte, on the browser's file descriptors 3 and 4.
"""

import base64
import json
import os
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .tab import PATIENCE, Tab

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)
_KEYS = {"Enter": (13, "\r"), "Escape": (27, ""), "Tab": (9, ""), "ArrowLeft": (37, "")}
_KEYS |= {"ArrowUp": (38, ""), "ArrowRight": (39, ""), "ArrowDown": (40, "")}


class ChromiumTab(Tab):
    """A page in Chromium."""

    def __init__(self, send: int, receive: int) -> None:
        super().__init__()
        self._send, self._receive = send, receive
        self._buffer = b""
        self._number = 0
        self._session: str | None = None
        self._loaded: set[str] = set()

    def open(self) -> None:
        """Create the page and listen to its events."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and wait for its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return dict(answer["result"])

    def _read(self) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE
        while b"\0" not in self._buffer:
            if not select.select([self._receive], [], [], deadline - time.monotonic())[0]:
                raise TimeoutError("Chromium does not answer")
            chunk = os.read(self._receive, 1 << 16)
            if not chunk:
                raise RuntimeError("Chromium has ended")
            self._buffer += chunk
        text, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, event: str, params: dict[str, Any]) -> None:
        if event == "Page.lifecycleEvent" and params["name"] == "load":
            self._loaded.add(params["loaderId"])
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(params["exceptionDetails"])[:500])
        elif event == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.complaints.append(json.dumps(params["args"])[:500])
        elif event == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.complaints.append(params["entry"]["text"])
        elif event == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])

    def goto(self, address: str) -> None:
        """Load an address afresh and wait until it is there."""
        for url in ("about:blank", address):
            loader = self.call("Page.navigate", url=url)["loaderId"]
            while loader not in self._loaded:
                self._read()

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression, awaited, as after a click."""
        answer = self.call(
            "Runtime.evaluate",
            expression=script,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:1000])
        return answer["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press keys by name, as a keyboard does."""
        for key in keys:
            code, text = _KEYS.get(key, (0, key))
            stroke = {"key": key, "windowsVirtualKeyCode": code}
            self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **stroke)
            self.call("Input.dispatchKeyEvent", type="keyUp", **stroke)

    def point(self, x: float, y: float) -> None:
        """Click with the mouse at a place in the window."""
        place = {"x": x, "y": y, "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, **place)

    def scroll(self, pixels: int, speed: int = 6_000) -> None:
        """Scroll down as a wheel does, at a speed in pixels a second."""
        self.call(
            "Input.synthesizeScrollGesture",
            x=180,
            y=400,
            yDistance=-pixels,
            speed=speed,
            gestureSourceType="mouse",
        )

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """Set the size of the window, in CSS pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=phone,
        )

    def prefer(self, scheme: str) -> None:
        """Have the system prefer "light" or "dark"."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", features=features)

    def picture(self, path: Path) -> None:
        """Save what the window shows as a PNG."""
        data = self.call("Page.captureScreenshot", format="png", optimizeForSpeed=False)["data"]
        path.write_bytes(base64.b64decode(data))

    def print(self) -> bytes:
        """The page on paper, as a PDF."""
        return base64.b64decode(self.call("Page.printToPDF")["data"])

    def clipboard(self) -> str:
        """The text on the clipboard."""
        self.call("Browser.grantPermissions", permissions=["clipboardReadWrite"])
        return str(self.run("navigator.clipboard.readText()"))


@contextmanager
def chromium(program: str, profile: Path) -> Iterator[ChromiumTab]:
    """A browser with an empty profile in the given folder, and a page in it; ended afterwards."""
    to_browser, from_us = os.pipe()
    to_us, from_browser = os.pipe()

    # The browser reads commands from 3 and writes answers to 4.
    script = f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}'
    process = subprocess.Popen(
        ["bash", "-c", script, program, *_FLAGS, f"--user-data-dir={profile}"],
        pass_fds=(to_browser, from_browser),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_browser)
    os.close(from_browser)
    tab = ChromiumTab(from_us, to_us)
    try:
        tab.open()
        yield tab
    finally:
        os.close(from_us)  # which ends the browser
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        os.close(to_us)

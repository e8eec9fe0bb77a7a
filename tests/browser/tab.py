"""One page in a real browser: what all browsers can do for a test."""

import json
import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PATIENCE = 30.0
"""Seconds that a browser has for an answer."""


def find_program(names: Sequence[str]) -> str | None:
    """The path of the first of these programs that is installed; None if there is none."""
    return next(filter(None, map(shutil.which, names)), None)


class Tab(ABC):
    """A page. Remembers what its console and its policy complained of, and what it requested."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []

    @abstractmethod
    def goto(self, address: str) -> None:
        """Load an address afresh and wait until it is loaded."""

    @abstractmethod
    def run(self, script: str) -> Any:
        """The value of a JavaScript expression in the page, awaited, as after a click."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys by name, as a keyboard does."""

    @abstractmethod
    def point(self, x: float, y: float) -> None:
        """Click with the mouse at a place in the window."""

    @abstractmethod
    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """Set the size of the window, in CSS pixels."""

    @abstractmethod
    def picture(self, path: Path) -> None:
        """Save what the window shows as a PNG."""

    @abstractmethod
    def clipboard(self) -> str:
        """The text on the clipboard."""

    def wait(self, script: str) -> None:
        """Wait until an expression is true."""
        deadline = time.monotonic() + PATIENCE
        while not self.run(script):
            if time.monotonic() > deadline:
                raise TimeoutError(script)
            time.sleep(0.02)

    def write(self, text: str) -> None:
        """Type text, a key at a time."""
        self.press(*text)

    def click(self, selector: str) -> None:
        """Click the middle of the first element that the selector matches."""
        # Scrolls more than once, because elements above may get another height once drawn.
        scroll = (
            "node().scrollIntoView({block: 'center'}); await new Promise(requestAnimationFrame);"
        )
        x, y = self.run(
            f"(async () => {{ const node = () => document.querySelector({json.dumps(selector)});"
            f"{scroll * 3} const box = node().getBoundingClientRect();"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        self.point(x, y)

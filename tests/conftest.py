"""What the shelves share: golden files that one flag rewrites."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hub_server.fixture import authority, clock, hub, new_hub

__all__ = ["authority", "clock", "hub", "new_hub"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with an expected file, or rewrite the file under `--update-golden`."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(actual, "utf-8")
        assert actual == path.read_text("utf-8")

    return compare

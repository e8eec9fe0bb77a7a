"""What the shelves share: golden files that one flag rewrites."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.hub_server.fixture import authority, clock, hub, interruptible, new_hub
from tests.projects import LLAMA, Project

# A busy machine is slow, which is no failure of what is tested.
settings.register_profile("hubenum", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if not os.environ.get("CI"):  # where hypothesis has a profile of its own
    settings.load_profile("hubenum")

__all__ = ["authority", "clock", "hub", "interruptible", "new_hub"]


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


@pytest.fixture
def new_project(tmp_path: Path) -> Callable[[str], Project]:
    """Makes a project by name, with one family."""
    return lambda name: Project.create(tmp_path / name, llama=LLAMA)


@pytest.fixture
def project(new_project: Callable[[str], Project]) -> Project:
    """A project with one family, not generated yet."""
    return new_project("acme")

"""A project in a temporary folder, and the commands run on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import ROOT, Result
from tests.projects import LLAMA, PYPROJECT, Project

HOUSE = ROOT

__all__ = ["HOUSE", "LLAMA", "PYPROJECT", "Project", "Result"]


@pytest.fixture
def new_project(tmp_path: Path) -> Callable[[str], Project]:
    """Makes a project by name, with one family."""
    return lambda name: Project.create(tmp_path / name, llama=LLAMA)


@pytest.fixture
def project(new_project: Callable[[str], Project]) -> Project:
    """A project with one family, not generated yet."""
    return new_project("acme")

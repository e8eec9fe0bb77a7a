"""What the tests of commands share."""

from tests.commands import ROOT, Result
from tests.projects import LLAMA, PYPROJECT, Project

HOUSE = ROOT

__all__ = ["HOUSE", "LLAMA", "PYPROJECT", "Project", "Result"]

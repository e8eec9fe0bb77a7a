"""One way to run commands in a test."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
"""The checkout under test."""

TOOLS = os.pathsep.join(
    dict.fromkeys([str(Path(sys.executable).parent), str(Path(pytest.__file__).parents[4] / "bin")])
)
"""A PATH to the programs of the development tools: beside the interpreter, or beside pytest."""

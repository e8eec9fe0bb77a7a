"""The examples in the docs are run as they stand, in a process of their own: other tests load
libraries that change what an enum can do."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
CODE = """
import doctest
results = doctest.testfile(
    "docs/runtime.md", module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8"
)
assert results.attempted > 15 and results.failed == 0, results
"""


def test_the_examples_run() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr

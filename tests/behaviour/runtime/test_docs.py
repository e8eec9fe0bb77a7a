"""The examples of docs/runtime.md."""

import doctest
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs" / "runtime.md"


def test_the_examples_run() -> None:
    results = doctest.testfile(
        str(DOCS), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8"
    )
    assert results.attempted > 15
    assert results.failed == 0

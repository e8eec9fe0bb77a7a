"""The order of sizes: words from nano to xl, then numbers by value."""

from itertools import pairwise

import pytest

from codegen.names.size import NAMED, read_size


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        ("unheard-of", "nano"),
        ("nano", "tiny"),
        *pairwise(NAMED),
        ("xl", "270m"),
        ("7B", "8B"),
        ("70B", "8x22B"),
        ("8x7B", "70B"),
        ("30B-A3B", "32B"),
        ("30B-A3B", "30B"),
    ],
)
def test_the_order_of_two_sizes(smaller: str, larger: str) -> None:
    assert read_size(smaller).order < read_size(larger).order


def test_a_size_that_is_absent_has_no_text() -> None:
    assert read_size(None).order == (0, 0, "")

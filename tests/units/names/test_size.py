"""What a size says."""

import pytest

from codegen.names.size import read_count, read_size


@pytest.mark.parametrize(
    ("size", "total", "active"),
    [
        ("8B", 8_000_000_000, None),
        ("0.5B", 500_000_000, None),
        ("7b", 7_000_000_000, None),
        ("270m", 270_000_000, None),
        ("135M", 135_000_000, None),
        ("2.4T-A95B", 2_400_000_000_000, 95_000_000_000),
        ("30B-A3B", 30_000_000_000, 3_000_000_000),
        ("17B-16E", None, 17_000_000_000),
        ("E2B", None, 2_000_000_000),
        ("A13B", None, 13_000_000_000),
        ("8x7B", None, None),
        ("micro", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_parameters(size: str | None, total: int | None, active: int | None) -> None:
    assert (read_size(size).total, read_size(size).active) == (total, active)


@pytest.mark.parametrize(
    ("size", "is_moe"),
    [("30B-A3B", True), ("17B-16E", True), ("A13B", True), ("8x7B", True), ("8B", None),
     ("E2B", None), ("tiny", None), (None, None)],
)  # fmt: skip
def test_a_mixture_of_experts(size: str | None, is_moe: bool | None) -> None:
    assert read_size(size).is_moe is is_moe


@pytest.mark.parametrize(
    ("text", "count"), [("5.1B", 5_100_000_000), ("570M", 570_000_000), ("1.6T", 1_600_000_000_000)]
)
def test_counts(text: str, count: int) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize("text", ["", "21", "B", "5,1B", "21 B", "-3B"])
def test_what_is_no_count(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number of parameters"):
        read_count(text)


def test_order_is_by_value() -> None:
    written = ["8x7B", "270m", "E4B", "14B", "tiny", "1.5B", "4b", "30B-A3B", "small", "32B", "1T"]
    assert sorted(written, key=lambda size: read_size(size).order) == [
        *("tiny", "small", "270m", "1.5B", "4b", "E4B", "14B", "30B-A3B", "32B", "8x7B", "1T")
    ]

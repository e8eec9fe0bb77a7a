"""What a size says."""

import pytest

from codegen.names.size import read_size


@pytest.mark.parametrize(
    ("size", "total", "active"),
    [
        ("8B", 8_000_000_000, 8_000_000_000),
        ("0.5B", 500_000_000, 500_000_000),
        ("7b", 7_000_000_000, 7_000_000_000),
        ("270m", 270_000_000, 270_000_000),
        ("135M", 135_000_000, 135_000_000),
        ("2.4T-A95B", 2_400_000_000_000, 95_000_000_000),
        ("30B-A3B", 30_000_000_000, 3_000_000_000),
        ("17B-16E", None, 17_000_000_000),
        ("E2B", None, 2_000_000_000),
        ("8x7B", None, None),
        ("micro", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_parameters(size: str | None, total: int | None, active: int | None) -> None:
    assert (read_size(size).total, read_size(size).active) == (total, active)


def test_order_is_by_value() -> None:
    written = ["8x7B", "270m", "E4B", "14B", "tiny", "1.5B", "4b", "30B-A3B", "small", "32B", "1T"]
    assert sorted(written, key=lambda size: read_size(size).order) == [
        *("tiny", "small", "270m", "1.5B", "4b", "E4B", "14B", "30B-A3B", "32B", "8x7B", "1T")
    ]

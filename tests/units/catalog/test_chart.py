"""A chart for a row."""

import pytest

from codegen.catalog.chart import draw, short

DAYS = ["2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"]


def test_a_line_from_zero_to_the_highest() -> None:
    chart = draw(DAYS, [0, 50, 100, 50, 25])
    assert chart is not None
    assert chart.path == "M2 18L23 10L44 2L65 10L86 14"
    assert chart.latest == "25"
    assert chart.words == (
        "25 downloads in the 30 days before 2026-11-25; since 2026-11-21 at most 100"
    )


def test_days_without_a_count_break_the_line() -> None:
    chart = draw(DAYS, [10, 10, None, 10, None])
    assert chart is not None
    assert chart.path == "M2 2L23 2M65 2h0"
    assert chart.words.startswith("10 downloads in the 30 days before 2026-11-24")


def test_one_day_is_a_dot() -> None:
    chart = draw(["2026-11-25"], [7])
    assert chart is not None
    assert chart.path == "M2 2h0"
    assert chart.words == "7 downloads in the 30 days before 2026-11-25"


def test_no_download_at_all_is_a_flat_line() -> None:
    chart = draw(DAYS[:2], [0, 0])
    assert chart is not None
    assert chart.path == "M2 18L86 18"


@pytest.mark.parametrize("counts", [None, [], [None] * 5])
def test_nothing_counted_is_no_chart(counts: list[int | None] | None) -> None:
    assert draw(DAYS, counts) is None


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1k"),
        (12345, "12.3k"),
        (999_499, "999k"),
        (999_999, "1M"),
        (4_560_000, "4.56M"),
        (2_000_000_000, "2G"),
    ],
)
def test_short(count: int, text: str) -> None:
    assert short(count) == text

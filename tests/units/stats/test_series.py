"""Series of days, and the counts that cannot be true."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from codegen.stats.series import Dip, Series, find_dips, read_history
from codegen.stats.spark import sparkline
from codegen.stats.store import Counts, Record, write_day

START = date(2026, 11, 1)


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(START + timedelta(days=n) for n in numbers)


def dips(downloads: Counts, all_time: Counts | None = None, at: tuple[date, ...] = ()) -> list[str]:
    at = at or days(*range(len(downloads)))
    found = find_dips("a/b", at, Series(downloads, all_time or (None,) * len(downloads)))
    return [f"{dip.date:%d} {dip.count} {dip.value} {dip.before}" for dip in found]


def test_a_day_that_the_hub_forgot() -> None:
    series = Series((1000, 1010, 0, 1020), (9000, 9030, 9060, 9090))
    found = find_dips("a/b", days(0, 1, 2, 3), series)
    assert found == [Dip(date(2026, 11, 3), "a/b", "downloads", 0, 1010)]


@pytest.mark.parametrize(
    "downloads",
    [
        (1000, 900, 800, 700, 600),  # a fall, but not a sudden one
        (1000, 501, 1000),  # not half
        (99, 0, 99),  # too few to tell
        (0, 0, 0),
        (1000, None, 1000),  # no row is no count
        (1000, *[100] * 8),  # a week later it is the level
        (5,),
    ],
)
def test_what_is_no_dip(downloads: Counts) -> None:
    assert dips(downloads) == []


def test_a_dip_of_several_days_is_all_marked_and_the_level_before_it_counts() -> None:
    assert dips((1000, 400, 300, 900, 880)) == ["02 downloads 400 1000", "03 downloads 300 1000"]


def test_two_dips() -> None:
    assert dips((1000, 10, 1000, 20, 1000)) == ["02 downloads 10 1000", "04 downloads 20 1000"]


def test_a_fall_of_this_week_is_taken_for_a_dip_until_the_week_is_over() -> None:
    assert dips((1000, *[100] * 7)) == [f"0{n} downloads 100 1000" for n in range(2, 9)]


def test_a_fall_after_a_gap_is_no_surprise() -> None:
    assert dips((1000, 10, 1000), at=days(0, 7, 14)) == ["08 downloads 10 1000"]
    assert dips((1000, 10, 1000), at=days(0, 8, 9)) == []


def test_a_count_of_all_time_does_not_shrink_and_grow_back() -> None:
    assert dips((5, 5, 5), (9000, 8999, 9000)) == ["02 downloads_all_time 8999 9000"]


def test_a_history_has_a_place_for_every_upload_on_every_day(tmp_path: Path) -> None:
    first, second, third = days(0, 1, 2)
    rows = {
        first: [("a/x", 1, 10), ("a/y", 2, 20)],
        second: [("a/y", 3, 21)],
        third: [("a/y", None, 22), ("a/z", 4, None)],
    }
    paths = [
        write_day(
            tmp_path,
            day,
            [Record(date=f"{day}", id=i, downloads=d, downloads_all_time=t) for i, d, t in found],
        )
        for day, found in rows.items()
    ]
    history = read_history(paths)
    assert history.days == (first, second, third)
    assert history.series == {
        "a/x": Series((1, None, None), (10, None, None)),
        "a/y": Series((2, 3, None), (20, 21, 22)),
        "a/z": Series((None, None, 4), (None, None, None)),
    }
    assert sorted(history.last) == ["a/y", "a/z"]


def test_no_file_is_no_history() -> None:
    assert read_history([]).days == ()


@pytest.mark.parametrize(
    ("column", "line"),
    [
        ((0, 25, 50, 75, 100), "▁▃▅▆█"),
        ((90, 100), "▇█"),  # ten percent look like ten percent
        ((0, 0), "▁▁"),
        ((None, 5), " █"),
        ((), ""),
        (tuple(range(32)), "▁▁▂▂▃▃▄▄▅▅▆▆▇▇██"),
    ],
)
def test_sparklines(column: Counts, line: str) -> None:
    assert sparkline(column) == line


def test_a_sparkline_in_ascii() -> None:
    assert sparkline((0, 25, 50, 75, 100), is_ascii=True) == "_-=+#"

"""What counts say: top, rising, falling, dead; one by one and summed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from codegen.models.model import Model
from codegen.problem import Where
from codegen.schema import GGUF, NONE, Quant
from codegen.stats.chart import choose_lines
from codegen.stats.ranking import Ranking, rank
from codegen.stats.series import History, Series
from codegen.stats.store import Counts, Record

DAYS = tuple(date(2026, 11, 21) + timedelta(days=n) for n in range(4))


def model(path: str, constant: str, family: str, size: str | None, quant: Quant) -> Model:
    return Model(
        constant=constant, repo_id=path, family=family, base_name="", series="", version=None,
        size=size, instruct_tag=None, modifier=None, quant_type=quant, is_multimodal=False,
        modality="text", original=None, is_original=False, is_mirror=False, stem=path,
        parameters=None, active_parameters=None, summary=None, where=Where(Path("x.py"), 1),
    )  # fmt: skip


MODELS = (
    model("u/Llama-8B", "LLAMA_8B", "llama", "8B", NONE),
    model("u/Llama-8B-GGUF", "LLAMA_8B_GGUF", "llama", "8B", GGUF),
    model("u/gemma-4b", "GEMMA_4B", "gemma", "4b", NONE),
    model("v/gemma-4b-GGUF", "GEMMA_4B_GGUF", "gemma", "4b", GGUF),
    model("u/phi", "PHI", "phi", None, NONE),
    model("u/late", "LATE", "phi", None, NONE),
)
COUNTS: dict[str, tuple[Counts, Counts, int | None]] = {
    "u/Llama-8B": ((500, 510, 5, 520), (9000, 9010, 9020, 9040), 3),  # a dip on the third day
    "u/Llama-8B-GGUF": ((300, 290, 280, 270), (5000, 5000, 5010, 5010), 2),
    "u/gemma-4b": ((100, 120, 140, 200), (1000, 1040, 1080, 1150), 1),
    "u/gone": ((70, 60, None, None), (700, 700, None, None), None),
    "u/late": ((None, None, 40, 60), (None, None, 4000, 4020), 1),
    "u/phi": ((0, 0, 0, 0), (800, 800, 800, 800), 9),
    "u/stray": ((1, 1, 1, 1), (10, 10, 10, 11), None),  # declared by nobody any more
    "v/gemma-4b-GGUF": ((0, 0, 0, 0), (None, None, None, None), None),  # no count of all time
}
HISTORY = History(
    DAYS,
    {repo_id: Series(downloads, all_time) for repo_id, (downloads, all_time, _) in COUNTS.items()},
    {
        repo_id: Record(
            date=f"{DAYS[-1]}", id=repo_id, downloads=d[-1], downloads_all_time=t[-1], likes=likes
        )
        for repo_id, (d, t, likes) in COUNTS.items()
        if repo_id != "u/gone"
    },
)


def names(ranking: Ranking) -> list[str]:
    return [trend.name for trend in ranking.trends]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("top", "u/Llama-8B u/Llama-8B-GGUF u/gemma-4b u/late u/stray"),
        ("rising", "u/gemma-4b u/Llama-8B u/late"),  # +100, +20 and +20 by name
        ("falling", "u/Llama-8B-GGUF"),
        ("dead", "u/phi v/gemma-4b-GGUF"),
    ],
)
def test_views(view: str, expected: str) -> None:
    ranking = rank(HISTORY, MODELS, view=view)
    assert names(ranking) == expected.split()
    assert ranking.gone == ("u/gone",)


def test_the_numbers_of_one() -> None:
    trend = rank(HISTORY, MODELS).trends[0]
    assert (trend.models, trend.downloads, trend.downloads_all_time, trend.likes) == (
        1,
        520,
        9040,
        3,
    )
    assert (trend.gained, trend.change, trend.change_percent) == (40, 20, 4.0)
    assert trend.series == (500, 510, 5, 520)  # as recorded
    (dip,) = trend.dips
    assert (dip.date, dip.count, dip.value, dip.before) == (DAYS[2], "downloads", 5, 510)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("family", {"llama": 790, "gemma": 200, "phi": 60, "(not declared)": 1}),
        ("quant", {"NONE": 780, "GGUF": 270, "(not declared)": 1}),
        ("size", {"8B": 790, "4b": 200, "(none)": 60, "(not declared)": 1}),
        ("uploader", {"u": 1050, "(not declared)": 1}),
    ],
)
def test_sums(by: str, expected: dict[str, int]) -> None:
    ranking = rank(HISTORY, MODELS, by=by)
    assert {trend.name: trend.downloads for trend in ranking.trends} == expected


def test_the_numbers_of_a_sum() -> None:
    """A member that was recorded late does not count as growth by what it had before."""
    (trend,) = (e for e in rank(HISTORY, MODELS, by="family").trends if e.name == "phi")
    assert (trend.models, trend.downloads_all_time, trend.likes) == (2, 4820, 10)
    assert (trend.gained, trend.change, trend.change_percent) == (20, 20, 50.0)
    assert trend.series == (0, 0, 40, 60)


def test_one_record_tells_no_change() -> None:
    series = {"a/b": Series((5,), (50,)), "a/c": Series((0,), (0,))}
    last = {repo_id: Record(date="2026-11-21", id=repo_id) for repo_id in series}
    history = History(DAYS[:1], series, last)
    (trend,) = rank(history, ()).trends
    assert (trend.gained, trend.change, trend.change_percent) == (None, None, None)
    assert names(rank(history, (), view="dead")) == ["a/c"]


def test_a_member_with_one_record_counts_on_neither_side_of_a_change() -> None:
    series = {"u/phi": Series((100, 150), (900, 950)), "u/late": Series((None, 400), (None, 400))}
    last = {repo_id: Record(date="2026-11-22", id=repo_id) for repo_id in series}
    (trend,) = rank(History(DAYS[:2], series, last), MODELS, by="family").trends
    assert (trend.downloads, trend.change, trend.change_percent) == (550, 50, 50.0)


def test_a_count_of_all_time_that_the_hub_corrects_adds_nothing_that_day() -> None:
    days = tuple(date(2026, 11, 1) + timedelta(days=n) for n in range(10))
    all_time = (1000, 1010, *range(500, 580, 10))
    last = {"a/b": Record(date=f"{days[-1]}", id="a/b")}
    (trend,) = rank(History(days, {"a/b": Series((9,) * 10, all_time)}, last), ()).trends
    assert (trend.gained, trend.dips) == (10 + 70, ())


def test_lines_of_a_chart() -> None:
    lines, unknown = choose_lines(HISTORY, MODELS, ["GEMMA_4B", "*llama*"], ["phi"])
    assert unknown == []
    assert [(line.name, line.values[-1]) for line in lines] == [
        ("u/Llama-8B", 520),
        ("u/Llama-8B-GGUF", 270),
        ("u/gemma-4b", 200),
        ("phi (family)", 60),
    ]
    assert lines[0].dips == {DAYS[2]}


def test_lines_of_nothing_in_particular_are_those_most_used() -> None:
    lines, _ = choose_lines(HISTORY, MODELS, [], [])
    assert [line.name for line in lines] == names(rank(HISTORY, MODELS))


def test_what_a_chart_has_nothing_of_is_named() -> None:
    assert choose_lines(HISTORY, MODELS, ["u/nope", "*none*", "PHI"], []) == (
        [],
        ["u/nope", "*none*"],
    )

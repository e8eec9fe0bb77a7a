"""`stats show` and `stats plot`, on the example that the docs use and on a project's own."""

import csv
import io
import json
import os
import shutil
import subprocess
import textwrap
from datetime import date, timedelta
from pathlib import Path

import pytest

from codegen.stats.store import Record, write_day

from .conftest import HOUSE, Project

EXAMPLE = HOUSE / "tests" / "example_stats"
BNB = "unsloth/Llama-3.1-8B-bnb-4bit"


def record(project: Project, counts: dict[str, list[int]]) -> None:
    """Days up to 2026-11-25, each with downloads of 30 days and ten times as many of all time."""
    length = max(map(len, counts.values()))
    for n in range(length):
        day = date(2026, 11, 25) - timedelta(days=length - 1 - n)
        rows = [
            Record(date=f"{day}", id=i, downloads=d[n], downloads_all_time=d[n] * 10, likes=n)
            for i, d in counts.items()
        ]
        write_day(project.root / "stats", day, rows)


def test_the_table(project: Project) -> None:
    record(project, {BNB: [1000, 1100], "unsloth/Llama-3.1-8B": [7, 5]})
    done = project.run("stats", "show")
    assert (done.code, done.err) == (0, "")
    heading, _, first, second, *rest = done.out.splitlines()
    assert " ".join(heading.split()) == (
        "model 30 days in period change % all time likes over time"
    )
    assert first.split() == [BNB, "1,100", "1,000", "+100", "+10", "11,000", "1", "▇█"]
    # One plausible count of all time tells nothing of the period.
    assert second.split() == ["unsloth/Llama-3.1-8B", "5", "-2", "-29", "50", "1", "█▅", "~"]
    assert rest == [
        "",
        "top: 2 of 2; 2026-11-24 to 2026-11-25, 2 records",
        "~ 2026-11-25 unsloth/Llama-3.1-8B: downloads_all_time 50 after 70",
    ]


@pytest.mark.parametrize(
    ("view", "counts", "reason"),
    [
        ("top", [5, 0], "Nothing was downloaded in the 30 days before the last record."),
        ("rising", [1000, 1000], "No number of downloads rose in this period."),
        ("falling", [1000, 1100], "No number of downloads fell in this period."),
        ("dead", [1000, 1100], "Everything was downloaded at least once in this period."),
        (
            "rising",
            [1000],
            "A change needs two records. Choose a longer period, or record another day.",
        ),
    ],
)
def test_an_empty_view_says_why(
    project: Project, view: str, counts: list[int], reason: str
) -> None:
    record(project, {BNB: counts})
    done = project.run("stats", "show", view)
    assert done.code == 0
    heading, line, *_ = done.out.splitlines()
    assert heading.startswith(f"{view}: 0 of 0; ")
    assert line == reason


@pytest.mark.parametrize(("uploads", "named"), [(3, 3), (10, 10), (13, 10)])
def test_every_marked_count_is_named_or_counted(project: Project, uploads: int, named: int) -> None:
    record(project, {f"unsloth/M{n:02}": [2000, 2000] for n in range(uploads)})
    days = project.root / "stats"
    rows = [
        Record(date="2026-11-25", id=f"unsloth/M{n:02}", downloads=3, downloads_all_time=20_000)
        for n in range(uploads)
    ]
    write_day(days, date(2026, 11, 25), rows)
    lines = project.run("stats", "show").out.splitlines()
    assert sum(line.rstrip().endswith(" ~") for line in lines) == uploads
    notes = [line for line in lines if line.startswith("~ ")]
    assert sum(": downloads 3 after 2,000" in note for note in notes) == named
    more = [note for note in notes if "more" in note]
    assert more == (["~ and 3 more; --json lists them all"] if uploads > named else [])


@pytest.mark.parametrize(
    ("width", "dropped"),
    [
        (200, ""),
        (95, "likes"),
        (72, "% | all time | likes"),
        (20, "in period | change | % | all time | likes | over time"),
    ],
)
def test_a_narrow_window_drops_columns_and_breaks_no_id(
    project: Project, monkeypatch: pytest.MonkeyPatch, width: int, dropped: str
) -> None:
    record(project, {BNB: [1000, 1100]})
    monkeypatch.setattr("codegen.cli.rows._WIDE", width)
    lines = project.run("stats", "show").out.splitlines()
    notes = [line.partition(": ")[2] for line in lines if line.startswith("A wider window")]
    assert set(", ".join(notes).split(", ")) == set(dropped.split(" | "))
    assert any(line.startswith(f"{BNB} ") and "1,100" in line for line in lines)


def test_json_and_csv_hold_what_the_table_shows(project: Project) -> None:
    record(project, {BNB: [1000, 3, 1100]})
    done = json.loads(project.run("stats", "show", "--by", "quant", "--json").out)
    assert done == {
        "view": "top",
        "by": "quant",
        "days": ["2026-11-23", "2026-11-24", "2026-11-25"],
        "entries": [
            {
                "name": "BNB",
                "models": 1,
                "downloads": 1100,
                "downloads_all_time": 11000,
                "likes": 2,
                "gained": 1000,
                "change": 100,
                "change_percent": 10.0,
                "dips": [
                    {"date": "2026-11-24", "id": BNB, "count": c, "value": v, "before": b}
                    for c, v, b in (("downloads", 3, 1000), ("downloads_all_time", 30, 10000))
                ],
                "series": [1000, 3, 1100],
            }
        ],
        "gone": [],
    }
    table = project.run("stats", "show", "--by", "quant", "--csv").out
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["name"], row["gained"], row["change"]) == ("BNB", "1000", "100")
    assert row["dips"] == "2026-11-24 2026-11-24"


def test_since_is_a_day_or_days_before_the_last_record(project: Project) -> None:
    record(project, {BNB: list(range(1000, 1050))})
    for since, first in (
        (None, "2026-10-26"),
        ("2d", "2026-11-23"),
        ("2026-11-20", "2026-11-20"),
        ("9999d", "2026-10-07"),
    ):
        options = ["--since", since] if since else []
        found = json.loads(project.run("stats", "show", "--json", *options).out)
        assert (found["days"][0], found["days"][-1]) == (first, "2026-11-25")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("show", "nothing is recorded here"),
        ("show --since soon", "write a day (2026-11-25) or a number of days (30d)"),
        ("plot", "Run `hubenum stats record` once a day."),
        ("plot -o usage.pdf", "usage.pdf must end in .svg or .png"),
        ("show best", "'best' is not one of 'top', 'rising', 'falling', 'dead'"),
    ],
)
def test_what_cannot_be_answered(project: Project, words: str, message: str) -> None:
    before = project.snapshot()
    done = project.run("stats", *words.split())
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "Traceback" not in done.err
    assert project.snapshot() == before


def test_a_period_after_the_last_record_says_so(project: Project) -> None:
    record(project, {BNB: [1]})
    done = project.run("stats", "show", "--since", "2026-12-01")
    assert done.code == 2
    assert "nothing is recorded since 2026-12-01; the last record is of 2026-11-25" in done.err
    assert "Choose an earlier day, such as --since 2026-11-25" in done.err


def test_marks_of_a_merge_are_named_by_line(project: Project) -> None:
    record(project, {BNB: [1]})
    path = project.root / "stats" / "2026-11-25.jsonl"
    path.write_text(f"<<<<<<< ours\n{path.read_text()}")
    done = project.run("stats", "show")
    assert done.code == 2
    assert done.err.startswith("stats/2026-11-25.jsonl:1: stats: not a line of JSON\n    Take one")


def test_broken_definitions_and_output_do_not_matter_to_single_models(project: Project) -> None:
    record(project, {BNB: [1]})
    project.define("llama", "no python")
    project.models.parent.mkdir()
    project.models.write_text("class Models(")
    assert project.run("stats", "show").code == 0
    assert project.run("stats", "show", "--by", "family").code == 2


def test_the_folder_that_the_project_names(project: Project) -> None:
    path = project.root / "pyproject.toml"
    path.write_text(path.read_text("utf-8") + 'stats = "data/usage"\n', "utf-8")
    shutil.copytree(EXAMPLE, project.root / "data" / "usage")
    assert "gpt-oss-20b" in project.run("stats", "show").out


def test_a_console_that_is_not_utf_8(project: Project) -> None:
    words = ("stats", "show", "--folder", str(EXAMPLE))
    plain = project.run(*words, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    full = project.run(*words)
    assert (plain.code, plain.err, full.code) == (0, "", 0)
    assert plain.out.isascii()
    assert "    _..--~~=+**#" in plain.out
    ids = [line.split()[0] for line in full.out.splitlines() if "/" in line.split(" ")[0]]
    assert len(ids) == 13
    assert [line.split()[0] for line in plain.out.splitlines() if "unsloth/" in line[:8]] == ids


def test_the_example_is_what_its_script_writes(project: Project) -> None:
    """So nobody edits a number by hand and leaves the script behind."""
    copy = project.root / "example"
    shutil.copytree(EXAMPLE, copy)
    for path in copy.glob("*.jsonl"):
        path.unlink()
    assert project.python(str(copy / "make.py")).code == 0
    made, kept = ({p.name: p.read_bytes() for p in f.glob("*.jsonl")} for f in (copy, EXAMPLE))
    assert made == kept


def test_a_chart_is_drawn_and_is_the_same_every_time(project: Project) -> None:
    words = ("stats", "plot", "*Qwen3*", "--folder", str(EXAMPLE), "--since", "2026-11-01")
    done = project.run(*words, "-o", "a.svg", "-o", "a.PNG")
    assert (done.code, done.err) == (0, "")
    assert done.out == "wrote a.svg\nwrote a.PNG\n"
    assert (project.root / "a.PNG").read_bytes().startswith(b"\x89PNG\r\n")
    svg = (project.root / "a.svg").read_bytes()
    assert svg.count(b"unsloth/Qwen3-") == 2
    assert b"2026-11-01 to 2026-11-25" in svg
    assert b"matplotlib" not in svg.replace(b"matplotlib.axis", b"")
    project.run(*words, "-o", "b.svg", PYTHONHASHSEED="3")
    assert (project.root / "b.svg").read_bytes() == svg


def test_without_matplotlib_the_line_that_installs_it(project: Project) -> None:
    (project.root / "matplotlib").mkdir()
    (project.root / "matplotlib" / "__init__.py").write_text(
        "raise ModuleNotFoundError('No module named matplotlib', name='matplotlib')"
    )
    done = project.process("stats", "plot", "--folder", str(EXAMPLE))
    assert done.code == 2
    assert done.err.endswith("Error: drawing needs matplotlib: pip install 'hubenum[plot]'\n")
    assert not (project.root / "stats.svg").exists()


def test_a_chart_of_nothing_recorded(project: Project) -> None:
    done = project.run("stats", "plot", "unsloth/nope", "*", "--folder", str(EXAMPLE))
    assert (done.code, "nothing recorded for unsloth/nope" in done.err) == (2, True)


def test_a_chart_of_too_many_says_how_many_are_left_out(project: Project) -> None:
    done = project.run("stats", "plot", "*", "--folder", str(EXAMPLE))
    assert (done.code, done.out) == (0, "wrote stats.svg\n")
    assert done.err == "Drew the 10 with the most downloads; left out 4.\n"


def test_the_tables_of_the_docs(request: pytest.FixtureRequest) -> None:
    """What stands under a command in docs/ is what it prints; `--update-golden` writes it."""
    house = Project(HOUSE)
    for path in (HOUSE / "docs" / "stats.md", HOUSE / "docs" / "search.md"):
        head, *blocks = path.read_text("utf-8").split("<!-- command: ")
        text = head
        for block in blocks:
            words, _, rest = block.partition(" -->\n```console\n")
            shown, _, after = rest.partition("```")
            printed = house.run(*words.replace("'", "").split()).out
            lines = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
            printed = f"$ hubenum {words}\n{lines}"
            if not request.config.getoption("--update-golden"):
                assert shown == printed
            text += f"<!-- command: {words} -->\n```console\n{printed}```{after}"
        if request.config.getoption("--update-golden"):
            path.write_text(text, "utf-8")


def test_the_workflow_of_the_docs_can_run_twice_a_day(tmp_path: Path) -> None:
    """The second run commits a change, the third has nothing to commit; others push meanwhile."""
    docs = (HOUSE / "docs" / "stats.md").read_text("utf-8")
    block = docs.partition("- run: |\n")[2].partition("```")[0]
    home = {**os.environ, "HOME": f"{tmp_path}", "GIT_CONFIG_NOSYSTEM": "1"}

    def run(script: str, folder: Path) -> str:
        command = ["bash", "-e", "-c", script]
        done = subprocess.run(command, cwd=folder, env=home, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    me = "git config user.name me && git config user.email me@localhost"
    run("git init --quiet --bare --initial-branch main origin", tmp_path)
    run(f"git clone --quiet origin other && cd other && {me}", tmp_path)
    run(
        "git commit --quiet --allow-empty -m start && git push -q origin HEAD:main",
        tmp_path / "other",
    )
    for number, content in enumerate(("a", "b", "b")):
        job = f"job{number}"
        run(f"git clone --quiet --branch main origin {job} && mkdir -p {job}/stats", tmp_path)
        (tmp_path / job / "stats" / "2026-11-25.jsonl").write_text(content)
        push = f"git pull -q --rebase origin main && echo {number} > x && git add x"
        run(f"{push} && git commit -qm x && git push -q origin HEAD:main", tmp_path / "other")
        run(textwrap.dedent(block), tmp_path / job)
    log = run("git log --format=%s main -- stats", tmp_path / "origin")
    assert log.splitlines() == ["Usage today"] * 2

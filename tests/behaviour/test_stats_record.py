"""`stats record`, which asks a Hub."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest

from codegen.stats.series import read_history
from codegen.stats.store import Record, day_files, read_day

from .conftest import LLAMA, Project, Result

if TYPE_CHECKING:
    from ..hub_server.server import Hub

Run = Callable[..., Result]
BASE = "unsloth/Llama-3.1-8B"
TODAY = datetime.now(UTC).date()
IDS = [
    f"{BASE}{tag}{quant}"
    for tag in ("", "-Instruct")
    for quant in ("", "-bnb-4bit", "-unsloth-bnb-4bit")
]
ORIGINALS = ["meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.1-8B-Instruct"]
LISTING = "/api/models"


@pytest.fixture
def there(project: Project, hub: "Hub") -> "Hub":
    """The Hub, with every upload that the project declares."""
    for repo_id in reversed(IDS):
        hub.add(repo_id)
    return hub


@pytest.fixture
def record(project: Project) -> Run:
    """Runs the command in the project."""
    return partial(project.run, "stats", "record")


def rows(project: Project) -> list[Record]:
    return read_day(project.root / "stats" / f"{TODAY}.jsonl")


def ids(project: Project) -> list[str]:
    return [row.id for row in rows(project)]


def test_a_row_for_each_declared_id_from_one_request(
    project: Project, there: "Hub", record: Run
) -> None:
    there.add("unsloth/undeclared")
    done = record()
    assert (done.code, done.err) == (0, "")
    assert done.out == f"stats/{TODAY}.jsonl: 6 of 6 models\n"
    assert ids(project) == sorted(IDS)
    assert [request.path for request in there.requests] == [LISTING]


def test_one_request_for_each_page(project: Project, there: "Hub", record: Run) -> None:
    there.page_size = 2
    assert record().code == 0
    assert ids(project) == sorted(IDS)
    assert [request.path for request in there.requests] == [LISTING] * 3


def test_the_fields_are_what_the_hub_says(project: Project, hub: "Hub", record: Run) -> None:
    hub.add(
        BASE,
        downloads=12,
        downloadsAllTime=345,
        likes=6,
        trendingScore=7,
        lastModified="2026-11-02T08:15:00.000Z",
        usedStorage=16070000000,
        gated="auto",
        license="llama3.1",
        tags=["transformers", "region:us"],
    )
    nothing = dict.fromkeys(
        ["downloads", "downloadsAllTime", "likes", "trendingScore", "lastModified", "usedStorage"]
    )
    hub.add(IDS[1], **nothing)
    assert record().code == 0
    assert rows(project) == [
        Record(
            date=f"{TODAY}",
            id=BASE,
            downloads=12,
            downloads_all_time=345,
            likes=6,
            trending_score=7.0,
            last_modified="2026-11-02T08:15:00Z",
            size=None,  # which a listing does not say
            gated="auto",
            license="llama3.1",
        ),
        Record(date=f"{TODAY}", id=IDS[1], gated="open"),
    ]


def test_a_second_time_replaces_and_what_is_not_listed_is_said(
    project: Project, there: "Hub", record: Run
) -> None:
    record()
    there.remove(BASE)
    there.add(BASE.lower())
    done = record()
    assert (done.code, ids(project)) == (0, sorted(IDS[1:]))
    assert done.out.endswith("5 of 6 models\n")
    assert done.err == f"Not listed on the Hub: {BASE}. Run `hubenum verify` to see why.\n"


@pytest.mark.parametrize("what", ["breaks off", "is empty", "has none of them", "is refused"])
def test_half_a_listing_is_not_recorded(
    project: Project, there: "Hub", record: Run, what: str
) -> None:
    record()
    before = project.snapshot()
    if what == "breaks off":
        there.page_size = 2
        there.fault("html", times=99, on="cursor=")
    elif what == "is refused":
        there.fault("status", times=99, status=403)
    else:
        for repo_id in IDS:
            there.remove(repo_id)
        if what == "has none of them":
            there.add("unsloth/other")
    done = record()
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("; nothing was recorded.\n")
    assert done.err.startswith(
        "No declared" if what == "has none of them" else "The listing of unsloth is "
    )
    assert project.snapshot() == before


def test_values_that_cannot_be_right_are_reported_and_recorded_as_unknown(
    project: Project, there: "Hub", record: Run
) -> None:
    there.remove(BASE)
    there.add(BASE, downloads=-1, likes="many", trendingScore="x", license="\ud800\x1b[2J")
    done = record()
    assert (done.code, ids(project)) == (0, sorted(IDS))
    assert done.err == (
        f"{BASE}: downloads is -1; treated as unknown\n"
        f'{BASE}: likes is "many"; treated as unknown\n'
        f'{BASE}: trendingScore is "x"; treated as unknown\n'
        f'{BASE}: license is "\\ud800\\u001b[2J"; treated as unknown\n'
    )
    (row,) = (row for row in rows(project) if row.id == BASE)
    assert (row.downloads, row.likes, row.trending_score, row.license) == (None,) * 4
    assert read_history(day_files(project.root / "stats")).series[BASE].downloads == (None,)


def test_publishers_are_listed_when_asked_for(project: Project, there: "Hub", record: Run) -> None:
    for repo_id in ORIGINALS:
        there.add(repo_id)
    record()
    assert (len(rows(project)), len(there.requests)) == (6, 1)
    record("--originals")
    assert (ids(project), len(there.requests)) == (sorted([*IDS, *ORIGINALS]), 3)


def test_every_uploader_is_listed(project: Project, there: "Hub", record: Run) -> None:
    text = LLAMA.replace("    quant_types", '    uploader="acme",\n    quant_types')
    project.define("llama_acme", text.replace('"Llama"', '"Acme-Llama"'))
    there.add("acme/Acme-Llama-3.1-8B")
    assert record().code == 0
    assert ids(project) == ["acme/Acme-Llama-3.1-8B", *sorted(IDS)]


def test_it_can_write_to_another_folder(project: Project, there: "Hub", record: Run) -> None:
    record("--folder", "elsewhere")
    assert (project.root / "elsewhere" / f"{TODAY}.jsonl").is_file()
    assert not (project.root / "stats").exists()

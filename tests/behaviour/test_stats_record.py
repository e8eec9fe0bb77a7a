"""`stats record`, with listings as the Hub's client hands them on."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner
from huggingface_hub import ModelInfo

from codegen.cli import cli
from codegen.stats_store import Snapshot, read_day

from .conftest import Project, Result

BASE = "unsloth/Llama-3.1-8B"
TODAY = datetime.now(UTC).date()
IDS = [
    f"{BASE}{tag}{quant}"
    for tag in ("", "-Instruct")
    for quant in ("", "-bnb-4bit", "-unsloth-bnb-4bit")
]


@dataclass(frozen=True)
class Listing:
    rows: list[ModelInfo]
    complete: bool = True
    reason: str = ""


Record = Callable[..., Result]


@pytest.fixture
def record(project: Project, monkeypatch: pytest.MonkeyPatch) -> Record:
    """Runs the command with these listings by owner; what was asked for is in `record.asked`."""

    def run(*options: str, **listings: Listing) -> Result:
        def list_uploads(owner: str, *, expand: Sequence[str]) -> Listing:
            assert "usedStorage" in expand and "cardData" not in expand
            return listings[owner.replace("-", "_")]

        hub = ModuleType("codegen.hub")
        hub.list_uploads = list_uploads  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "codegen.hub", hub)
        monkeypatch.chdir(project.root)
        done = CliRunner().invoke(cli, ["stats", "record", *options])
        return Result(done.exit_code, done.stdout, done.stderr)

    return run


def info(repo_id: str, **more: Any) -> ModelInfo:
    return ModelInfo(id=repo_id, downloads=1, **more)


def rows(project: Project) -> list[Snapshot]:
    return read_day(project.root / "stats" / f"{TODAY}.jsonl")


def test_a_row_for_each_declared_id(project: Project, record: Record) -> None:
    listed = [*map(info, reversed(IDS)), info("unsloth/undeclared")]
    done = record(unsloth=Listing(listed))
    assert (done.code, done.err) == (0, "")
    assert done.out == f"stats/{TODAY}.jsonl: 6 of 6 models\n"
    assert [row.id for row in rows(project)] == sorted(IDS)


def test_the_fields_are_what_the_hub_says(project: Project, record: Record) -> None:
    full = ModelInfo(
        id=BASE,
        downloads=12,
        downloadsAllTime=345,
        likes=6,
        trendingScore=7,
        lastModified="2026-11-02T08:15:00.000Z",
        usedStorage=16070000000,
        gated="auto",
        tags=["transformers", "license:llama3.1", "region:us"],
    )
    empty = ModelInfo(id=IDS[1], gated=False)
    record(unsloth=Listing([full, empty]))
    assert rows(project) == [
        Snapshot(
            date=f"{TODAY}",
            id=BASE,
            downloads=12,
            downloads_all_time=345,
            likes=6,
            trending_score=7.0,
            last_modified="2026-11-02T08:15:00Z",
            size=16070000000,
            gated="auto",
            licence="llama3.1",
        ),
        Snapshot(date=f"{TODAY}", id=IDS[1], gated="open"),
    ]


def test_a_second_time_replaces_and_what_is_not_listed_is_said(
    project: Project, record: Record
) -> None:
    record(unsloth=Listing([*map(info, IDS)]))
    done = record(unsloth=Listing([*map(info, IDS[1:]), info(BASE.lower())]))
    assert (done.code, [row.id for row in rows(project)]) == (0, sorted(IDS[1:]))
    assert done.out.endswith("5 of 6 models\n")
    assert done.err == f"Not listed on the Hub: {BASE}. `hubenum verify` says why.\n"


@pytest.mark.parametrize(
    ("listing", "reason"),
    [
        (Listing([info(BASE)], False, "page 2 did not come"), "unsloth: page 2 did not come"),
        (Listing([]), "unsloth: the listing is empty"),
        (Listing([info("unsloth/other")]), "No declared upload is among those listed"),
    ],
)
def test_half_a_listing_is_not_recorded(
    project: Project, record: Record, listing: Listing, reason: str
) -> None:
    record(unsloth=Listing([*map(info, IDS)]))
    before = project.snapshot()
    done = record(unsloth=listing)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"{reason}; nothing was recorded.\n"
    assert project.snapshot() == before


def test_publishers_are_listed_when_asked_for(project: Project, record: Record) -> None:
    originals = ["meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.1-8B-Instruct"]
    listings = {
        "unsloth": Listing([*map(info, IDS)]),
        "meta_llama": Listing([*map(info, originals)]),
    }
    record(**listings)
    assert len(rows(project)) == 6
    record("--originals", **listings)
    assert [row.id for row in rows(project)] == sorted([*IDS, *originals])


def test_it_can_write_to_another_folder(project: Project, record: Record) -> None:
    record("--folder", "elsewhere", unsloth=Listing([*map(info, IDS)]))
    assert (project.root / "elsewhere" / f"{TODAY}.jsonl").is_file()
    assert not (project.root / "stats").exists()

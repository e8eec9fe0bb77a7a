"""The files of days: what is written, what is read back, what is refused."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen.problem import DefinitionError
from codegen.stats import frame, records
from codegen.stats.store import KINDS, Snapshot, day_files, read_counts, read_day, write_day

DAY = date(2026, 11, 25)
FULL = Snapshot(
    date="2026-11-25",
    id="unsloth/Llama-3.1-8B",
    downloads=1200,
    downloads_all_time=34000,
    likes=56,
    trending_score=7.5,
    last_modified="2026-11-02T08:15:00Z",
    size=16_070_000_000,
    gated="auto",
    licence="llama3.1",
)
LINE = (
    '{"date":"2026-11-25","id":"unsloth/Llama-3.1-8B","downloads":1200,'
    '"downloads_all_time":34000,"likes":56,"trending_score":7.5,'
    '"last_modified":"2026-11-02T08:15:00Z","size":16070000000,"gated":"auto",'
    '"licence":"llama3.1"}\n'
)


def test_a_row_is_a_line(tmp_path: Path) -> None:
    path = write_day(tmp_path / "stats", DAY, [FULL])
    assert path == tmp_path / "stats" / "2026-11-25.jsonl"
    assert path.read_bytes() == LINE.encode()
    assert read_day(path) == [FULL]


def test_rows_are_sorted_by_id_and_a_second_time_replaces(tmp_path: Path) -> None:
    row = {"date": "2026-11-25"}
    write_day(tmp_path, DAY, [Snapshot(**row, id="b/x"), Snapshot(**row, id="a/x"), FULL])
    path = write_day(tmp_path, DAY, [Snapshot(**row, id="b/y"), Snapshot(**row, id="B/y")])
    assert [row.id for row in read_day(path)] == ["B/y", "b/y"]
    assert [path.name for path in tmp_path.iterdir()] == ["2026-11-25.jsonl"]


def test_only_files_of_days_count_and_only_those_asked_for(tmp_path: Path) -> None:
    names = ["2026-11-24.jsonl", "2026-11-25.jsonl", "2026-12-01.jsonl", "notes.jsonl", "x.txt"]
    for name in names:
        (tmp_path / name).touch()
    assert [path.name for path in day_files(tmp_path)] == names[:3]
    assert [path.name for path in day_files(tmp_path, DAY)] == names[1:3]
    assert day_files(tmp_path / "nowhere") == []


COUNTS = st.none() | st.integers(0, 10**12)
TEXT = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ROWS = st.lists(
    st.builds(
        Snapshot,
        date=st.just("2026-11-25"),
        id=st.from_regex(r"[A-Za-z0-9_.\-]{1,6}/[A-Za-z0-9_.\-]{1,6}", fullmatch=True) | st.text(),
        downloads=COUNTS,
        downloads_all_time=COUNTS,
        likes=COUNTS,
        trending_score=st.none() | st.floats(0, 1e6),
        last_modified=TEXT,
        size=COUNTS,
        gated=TEXT,
        licence=TEXT,
    ),
    unique_by=lambda row: row.id,
    max_size=4,
)


@given(rows=ROWS, cut=st.integers(0, 3), style=st.sampled_from([(",", ":"), (", ", ": ")]))
@settings(max_examples=150, deadline=None)
def test_the_short_way_reads_what_the_long_way_reads(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[Snapshot],
    cut: int,
    style: tuple[str, str],
) -> None:
    """Whatever the fields hold, however the line is laid out, with fields missing or not."""
    path = write_day(tmp_path_factory.mktemp("stats"), DAY, rows)
    assert sorted(read_day(path), key=lambda r: r.id) == sorted(rows, key=lambda r: r.id)
    lines = [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]
    for line in lines[:cut]:
        line.pop("downloads")
    texts = [json.dumps(line, ensure_ascii=cut == 1, separators=style) for line in lines]
    text = "".join(f"{text}\n" for text in texts)
    path.write_bytes(text.removesuffix("\n" if cut == 2 else "").encode())
    ids, columns = read_counts(path)
    whole = read_day(path)
    assert ids == tuple(row.id for row in whole)
    assert columns[0] == tuple(row.downloads for row in whole)
    assert columns[1] == tuple(row.downloads_all_time for row in whole)


def test_a_row_of_another_version_is_read(tmp_path: Path) -> None:
    """One that lacks a field, and one that has a field more."""
    path = tmp_path / "2026-11-25.jsonl"
    path.write_text('{"date":"2026-11-25","id":"a/b","stars":3}\n')
    assert read_day(path) == [Snapshot(date="2026-11-25", id="a/b")]


CASES = {
    "<<<<<<< HEAD": "not a line of JSON",
    "[1, 2]": "not an object with a date and an id",
    '{"id":"a/b"}': "not an object with a date and an id",
    '{"date":"2026-11-24","id":"a/b"}': (
        "the date is '2026-11-24', but the file's name says 2026-11-25"
    ),
    '{"date":"2026-11-25","id":"a/b","likes":"many"}': "likes is 'many'",
    '{"date":"2026-11-25","id":"a/b","downloads":true}': "downloads is True",
    '{"date":"2026-11-25","id":"a/b","size":1.5}': "size is 1.5",
    LINE.strip()
    .replace("-25", "-24")
    .replace("8B", "9B"): ("the date is '2026-11-24', but the file's name says 2026-11-25"),
    LINE.strip(): "unsloth/Llama-3.1-8B stands here a second time",
}


@pytest.mark.parametrize(("line", "found"), CASES.items(), ids=range(len(CASES)))
@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("read", [read_day, read_counts])
def test_what_is_no_row_is_refused_with_its_line(
    tmp_path: Path, line: str, found: str, end: str, read: object
) -> None:
    assert callable(read)
    path = tmp_path / "2026-11-25.jsonl"
    path.write_text(f"{LINE}{line}{end}")
    with pytest.raises(DefinitionError) as caught:
        read(path)
    (problem,) = caught.value.problems
    assert (problem.where.line, problem.found) == (2, found)


def two_days(folder: Path) -> Path:
    write_day(folder, date(2026, 11, 24), [Snapshot(date="2026-11-24", id="a/b", likes=None)])
    write_day(folder, DAY, [FULL])
    return folder


def test_records(tmp_path: Path) -> None:
    found = list(records(two_days(tmp_path)))
    assert [(row["date"], row["id"], row["likes"]) for row in found] == [
        ("2026-11-24", "a/b", None),
        ("2026-11-25", "unsloth/Llama-3.1-8B", 56),
    ]
    assert list(found[1]) == list(KINDS)
    assert [row["date"] for row in records(tmp_path, DAY)] == ["2026-11-25"]


def test_frames(tmp_path: Path) -> None:
    """Counts are whole numbers in both libraries, though one is missing."""
    polars = frame(two_days(tmp_path))
    assert polars.columns == list(KINDS)
    assert polars["likes"].to_list() == [None, 56]
    assert str(polars.schema["likes"]) == str(polars.schema["size"]) == "Int64"
    assert str(polars.schema["licence"]) == "String"
    assert frame(tmp_path, date(2027, 1, 1)).schema == polars.schema
    pandas = frame(tmp_path, library="pandas")
    assert list(pandas.columns) == list(KINDS)
    assert str(pandas["likes"].dtype) == "Int64"
    assert pandas["likes"].sum() == 56


def test_duckdb_reads_the_folder_as_one_table() -> None:
    """The query of docs/stats.md, on the example."""
    import duckdb

    docs = Path("docs/stats.md").read_text("utf-8")
    query = docs.partition("```sql\n")[2].partition("```")[0]
    rows = duckdb.sql(query).fetchall()
    assert len(rows) == 5
    assert rows[0][0] == "unsloth/gpt-oss-20b-GGUF"

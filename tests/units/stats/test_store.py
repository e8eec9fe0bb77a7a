"""The files of days: what is written, what is read back, what is refused."""

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen.problem import DefinitionError
from codegen.stats import frame, records
from codegen.stats.store import Record, day_files, read_counts, read_day, write_day

DAY = date(2026, 11, 25)
FIELDS = [field.name for field in dataclasses.fields(Record)]
FULL = Record(
    date="2026-11-25",
    id="unsloth/Llama-3.1-8B",
    downloads=1200,
    downloads_all_time=34000,
    likes=56,
    trending_score=7.5,
    last_modified="2026-11-02T08:15:00Z",
    size=16_070_000_000,
    gated="auto",
    license="llama3.1",
)
LINE = (
    '{"date":"2026-11-25","id":"unsloth/Llama-3.1-8B","downloads":1200,'
    '"downloads_all_time":34000,"likes":56,"trending_score":7.5,'
    '"last_modified":"2026-11-02T08:15:00Z","size":16070000000,"gated":"auto",'
    '"license":"llama3.1"}\n'
)


def test_a_row_is_a_line(tmp_path: Path) -> None:
    path = write_day(tmp_path / "stats", DAY, [FULL])
    assert path == tmp_path / "stats" / "2026-11-25.jsonl"
    assert path.read_bytes() == LINE.encode()
    assert read_day(path) == [FULL]


def test_rows_are_sorted_by_id_and_a_second_time_replaces(tmp_path: Path) -> None:
    row = {"date": "2026-11-25"}
    write_day(tmp_path, DAY, [Record(**row, id="b/x"), Record(**row, id="a/x"), FULL])
    path = write_day(tmp_path, DAY, [Record(**row, id="b/y"), Record(**row, id="B/y")])
    assert [row.id for row in read_day(path)] == ["B/y", "b/y"]
    assert [path.name for path in tmp_path.iterdir()] == ["2026-11-25.jsonl"]


def test_only_files_of_days_count_and_only_those_asked_for(tmp_path: Path) -> None:
    names = ["2026-11-24.jsonl", "2026-11-25.jsonl", "2026-12-01.jsonl", "notes.jsonl", "x.txt"]
    for name in names:
        (tmp_path / name).touch()
    assert [path.name for path in day_files(tmp_path)] == names[:3]
    assert [path.name for path in day_files(tmp_path, DAY)] == names[1:3]
    assert day_files(tmp_path / "nowhere") == []


def test_a_file_named_for_no_day_is_refused(tmp_path: Path) -> None:
    (tmp_path / "2026-02-30.jsonl").touch()
    with pytest.raises(DefinitionError, match="no such day"):
        day_files(tmp_path)


COUNTS = st.none() | st.integers(0, 10**18 - 1)
ROWS = st.lists(
    st.builds(
        Record,
        date=st.just("2026-11-25"),
        id=st.from_regex(r"[A-Za-z0-9_.\-]{1,6}/[A-Za-z0-9_.\-]{1,6}", fullmatch=True),
        downloads=COUNTS,
        downloads_all_time=COUNTS,
        likes=COUNTS,
        trending_score=st.none() | st.floats(0, 1e15),
        last_modified=st.none() | st.datetimes().map(lambda t: f"{t:%Y-%m-%dT%H:%M:%SZ}".zfill(20)),
        size=COUNTS,
        gated=st.sampled_from([None, "open", "auto", "manual"]),
        license=st.none() | st.from_regex(r"[a-z0-9.é\- ]{1,12}", fullmatch=True),
    ),
    unique_by=lambda row: row.id,
    max_size=4,
)


def counts(path: Path) -> list[tuple[str, int | None, int | None]]:
    ids, (downloads, all_time) = read_counts(path)
    return list(zip(ids, downloads, all_time, strict=True))


@given(rows=ROWS, cut=st.integers(0, 3), style=st.sampled_from([(",", ":"), (", ", ": ")]))
@settings(max_examples=150, deadline=None)
def test_both_readers_read_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[Record],
    cut: int,
    style: tuple[str, str],
) -> None:
    """Whatever the fields hold, however a line is laid out, with or without all fields."""
    path = write_day(tmp_path_factory.mktemp("stats"), DAY, rows)
    assert sorted(read_day(path), key=lambda r: r.id) == sorted(rows, key=lambda r: r.id)
    lines = [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]
    for line in lines[:cut]:
        line.pop("downloads")
    texts = [json.dumps(line, ensure_ascii=cut == 1, separators=style) for line in lines]
    text = "".join(f"{text}\n" for text in texts)
    path.write_bytes(text.removesuffix("\n" if cut == 2 else "").encode())
    assert counts(path) == [(r.id, r.downloads, r.downloads_all_time) for r in read_day(path)]


@given(
    field=st.sampled_from(FIELDS),
    value=st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers())
    ),
)
@settings(max_examples=300, deadline=None)
def test_both_readers_accept_the_same(
    tmp_path_factory: pytest.TempPathFactory, field: str, value: object
) -> None:
    """A line as the writer lays it out, with any value in any field."""
    path = tmp_path_factory.mktemp("stats") / "2026-11-25.jsonl"
    line = json.dumps({**dataclasses.asdict(FULL), field: value}, separators=(",", ":"))
    path.write_text(f"{line}\n", "utf-8")
    results: list[object] = []
    for read in (read_day, read_counts):
        try:
            results.append(len(read(path)) > 0)
        except DefinitionError as error:
            results.append(str(error))
    assert results[0] == results[1]
    if results[0] is True:  # and what is read can be written again
        write_day(path.parent, DAY, read_day(path))


def test_a_row_of_another_version_is_read(tmp_path: Path) -> None:
    """One that lacks a field, and one that has a field more."""
    path = tmp_path / "2026-11-25.jsonl"
    path.write_text('{"date":"2026-11-25","id":"a/b","stars":3}\n')
    assert read_day(path) == [Record(date="2026-11-25", id="a/b")]


def changed(**fields: object) -> str:
    """The full row with other values, laid out as the writer does it."""
    row = {**dataclasses.asdict(FULL), "id": "a/b", **fields}
    return json.dumps(row, separators=(",", ":"))


CASES = {
    "<<<<<<< HEAD": "not a line of JSON",
    "[" * 100_000: "not a line of JSON",
    "[1, 2]": "not an object with a date and an id",
    '{"id":"a/b"}': "not an object with a date and an id",
    '{"date":"2026-11-25","id":null}': "not an object with a date and an id",
    changed(date="2026-11-24"): "the date is 2026-11-24, but the file's name says 2026-11-25",
    changed(id="a b/c"): "id is 'a b/c'",
    changed(id="=1+1"): "id is '=1+1'",
    changed(id="a/\ud800"): "id is 'a/\\ud800'",
    changed(likes="many"): "likes is 'many'",
    changed(likes=-1): "likes is -1",
    changed(downloads=True): "downloads is True",
    changed(downloads=-5): "downloads is -5",
    changed(downloads=10**18): "downloads is 1000000000000000000",
    changed(size=1.5): "size is 1.5",
    changed(trending_score=float("nan")): "trending_score is nan",
    changed(trending_score=float("inf")): "trending_score is inf",
    changed(last_modified="2026-13-01T00:00:00Z"): "last_modified is '2026-13-01T00:00:00Z'",
    changed(gated="maybe"): "gated is 'maybe'",
    changed(license="a\x1b[2J"): "license is 'a\\x1b[2J'",
    changed(license="\ud800"): "license is '\\ud800'",
    LINE.strip(): "unsloth/Llama-3.1-8B is listed twice",
}


@pytest.mark.parametrize(("line", "found"), CASES.items(), ids=range(len(CASES)))
@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("read", [read_day, read_counts])
def test_invalid_rows_are_refused_with_their_line(
    tmp_path: Path, line: str, found: str, end: str, read: object
) -> None:
    assert callable(read)
    path = tmp_path / "2026-11-25.jsonl"
    path.write_text(f"{LINE}{line}{end}")
    with pytest.raises(DefinitionError) as caught:
        read(path)
    (problem,) = caught.value.problems
    assert (problem.where.line, problem.message) == (2, found)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-25.jsonl"
    path.write_bytes(LINE.encode() + changed(license="caf").encode().replace(b"caf", b"caf\xe9"))
    for read in (read_day, read_counts):
        with pytest.raises(DefinitionError, match="not a line of JSON"):
            read(path)


@pytest.mark.parametrize("fields", [{"downloads": -1}, {"id": "nope"}, {"date": "2026-11-24"}])
def test_the_writer_refuses_what_the_readers_refuse(
    tmp_path: Path, fields: dict[str, object]
) -> None:
    row = dataclasses.replace(FULL, **fields)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not a valid row"):
        write_day(tmp_path, DAY, [row])
    assert list(tmp_path.iterdir()) == []


def two_days(folder: Path) -> Path:
    write_day(folder, date(2026, 11, 24), [Record(date="2026-11-24", id="a/b", likes=None)])
    write_day(folder, DAY, [FULL])
    return folder


def test_records(tmp_path: Path) -> None:
    found = list(records(two_days(tmp_path)))
    assert [(row["date"], row["id"], row["likes"]) for row in found] == [
        ("2026-11-24", "a/b", None),
        ("2026-11-25", "unsloth/Llama-3.1-8B", 56),
    ]
    assert list(found[1]) == FIELDS
    assert [row["date"] for row in records(tmp_path, DAY)] == ["2026-11-25"]


def test_frames(tmp_path: Path) -> None:
    """Counts are whole numbers in both libraries, though one is missing."""
    polars = frame(two_days(tmp_path))
    assert polars.columns == FIELDS
    assert polars["likes"].to_list() == [None, 56]
    assert str(polars.schema["likes"]) == str(polars.schema["size"]) == "Int64"
    assert str(polars.schema["license"]) == "String"
    assert frame(tmp_path, date(2027, 1, 1)).schema == polars.schema
    pandas = frame(tmp_path, library="pandas")
    assert list(pandas.columns) == FIELDS
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

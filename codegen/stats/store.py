"""Usage over time in a folder of files: one file a day, one line for each upload.

`stats/2026-11-25.jsonl` holds JSON Lines sorted by id. Anything that reads JSON can read the folder
as one table. The files are the only state; nothing is cached.
"""

import dataclasses
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from ..files import read_bytes, write
from ..outside import printable
from ..problem import DefinitionError, Problem, Where, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the Hub reported for one upload on one day. None is what it did not report.

    The order of the fields is their order in the file.
    """

    date: str
    """The day in UTC: "2026-11-25"."""
    id: str
    """The repo: "unsloth/Llama-3.1-8B-Instruct-bnb-4bit"."""
    downloads: int | None = None
    """Downloads in the 30 days before."""
    downloads_all_time: int | None = None
    """Downloads since the upload."""
    likes: int | None = None
    """Number of likes."""
    trending_score: float | None = None
    """The Hub's own measure of recent interest."""
    last_modified: str | None = None
    """The last commit, in UTC: "2026-11-02T08:15:00Z"."""
    size: int | None = None
    """Bytes that the repo uses on the Hub, including its history."""
    gated: str | None = None
    """Who may download: "open" anyone, "auto" who accepts the terms, "manual" who is approved."""
    license: str | None = None
    """The license that the model card states: "llama3.1"."""


Ids = tuple[str, ...]
Counts = tuple[int | None, ...]

_COUNT = "(?:0|[1-9][0-9]{0,17})"
_DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_FORMS = {
    "date": f'"{_DAY}"',
    "id": '"[A-Za-z0-9._-]{1,96}/[A-Za-z0-9._-]{1,96}"',
    "downloads": _COUNT,
    "downloads_all_time": _COUNT,
    "likes": _COUNT,
    "trending_score": r"[0-9]{1,18}(?:\.[0-9]{1,22})?(?:e\+?[0-9]{1,2}|e-[0-9]{1,3})?",
    "last_modified": f'"{_DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"',
    "size": _COUNT,
    "gated": '"(?:open|auto|manual)"',
    "license": r'"[^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,200}"',
}
"""What the JSON of each field looks like. Both readers and the writer go by this table."""

_PATTERNS = {name: re.compile(form) for name, form in _FORMS.items()}
_CAPTURED = ("id", "downloads", "downloads_all_time")


def _field(name: str, form: str) -> str:
    value = form if name in ("date", "id") else f"(?:{form}|null)"
    return f'"{name}":' + (f"({value})" if name in _CAPTURED else value)


_LINE = re.compile("{" + ",".join(map(_field, _FORMS, _FORMS.values())) + "}\n")
"""A valid line as `write_day` lays it out."""

_CURE = "Take one side of the merge, restore an earlier version of the file, or delete it."


def day_files(folder: Path, since: date | None = None) -> list[Path]:
    """The files of a folder from a day on, in order. Files with other names are ignored.

    Raises DefinitionError if a file is named for a day that does not exist.
    """
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    paths = [p for p in paths if re.fullmatch(r"2[0-9]{3}(-[0-9]{2}){2}\.jsonl", p.name)]
    for path in paths:
        try:
            date.fromisoformat(path.stem)
        except ValueError:
            raise refused(path, "stats", "no such day", "Rename or delete the file.") from None
    return [path for path in paths if since is None or path.stem >= since.isoformat()]


def invalid_fields(values: Mapping[str, object]) -> list[str]:
    """The names of the fields whose value a file cannot hold; None is always valid."""
    return [
        name
        for name, pattern in _PATTERNS.items()
        if values.get(name) is not None and not pattern.fullmatch(_json(values[name]))
    ]


def write_day(folder: Path, day: date, rows: Iterable[Record]) -> Path:
    """Write or replace the file of a day in one step; return its path.

    Raises ValueError if a row is not valid, so that every reader accepts what is written.
    """
    lines = [f"{_json(dataclasses.asdict(row))}\n" for row in sorted(rows, key=lambda row: row.id)]
    for line in lines:
        if not _LINE.fullmatch(line) or not line.startswith(_start(f"{day}")):
            raise ValueError(f"not a valid row: {printable(line)}")
    path = folder / f"{day}.jsonl"
    write(folder, {path.name: "".join(lines)})
    return path


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _start(day: str) -> str:
    return f'{{"date":"{day}",'


def read_day(path: Path) -> list[Record]:
    """The rows of one file, in its order.

    Missing fields are None, and unknown fields are ignored. Raises DefinitionError with every line
    that is not a valid row, such as a merge conflict marker.
    """
    rows: dict[str, Record] = {}
    problems: list[Problem] = []
    data = read_bytes(path).removesuffix(b"\n")
    for number, line in enumerate(data.split(b"\n") if data else (), 1):
        try:
            row = _row(line, path.stem)
            if row.id in rows:
                raise ValueError(f"{row.id} is listed twice")
            rows[row.id] = row
        except ValueError as error:
            problems.append(Problem(Where(path, number), "", "stats", str(error), _CURE))
    if problems:
        raise DefinitionError(problems)
    return list(rows.values())


def _row(line: bytes, day: str) -> Record:
    """Raises ValueError with what is wrong with the line."""
    try:
        parsed: object = json.loads(line.decode())
    except (ValueError, RecursionError):
        raise ValueError("not a line of JSON") from None
    values = cast("dict[str, Any]", parsed if isinstance(parsed, dict) else {})
    if values.get("date") is None or values.get("id") is None:
        raise ValueError("not an object with a date and an id")
    for name in invalid_fields(values):
        raise ValueError(f"{name} is {printable(repr(values[name]))}")
    if values["date"] != day:
        raise ValueError(f"the date is {values['date']}, but the file's name says {day}")
    return Record(**{name: values[name] for name in _FORMS if name in values})


def read_counts(path: Path) -> tuple[Ids, tuple[Counts, Counts]]:
    """The ids of one file, with the downloads and the all-time downloads of each.

    Accepts and refuses the same lines as `read_day`, and is ten times as fast on a file that
    `write_day` wrote.
    """
    try:
        text = read_bytes(path).decode()
    except UnicodeDecodeError:
        text = ""
    matches = cast("list[tuple[str, str, str]]", _LINE.findall(text))
    lines = text.count("\n")
    if matches and text.endswith("\n") and lines == len(matches) == text.count(_start(path.stem)):
        ids, downloads, all_time = zip(*matches, strict=True)
        if names := _unquoted(ids):
            return names, (_numbers(downloads), _numbers(all_time))
    rows = read_day(path)
    columns = tuple(r.downloads for r in rows), tuple(r.downloads_all_time for r in rows)
    return tuple(row.id for row in rows), columns


@lru_cache(maxsize=4)  # nearly every day has the ids of the day before
def _unquoted(ids: Ids) -> Ids | None:
    """The ids without quotes; None if one is listed twice."""
    return tuple(id[1:-1] for id in ids) if len(set(ids)) == len(ids) else None


def _numbers(texts: Iterable[str]) -> Counts:
    return tuple(None if text == "null" else int(text) for text in texts)

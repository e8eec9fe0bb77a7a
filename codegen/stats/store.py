"""Usage over time, as a folder of files: one a day, one line for each upload.

`stats/2026-11-25.jsonl` holds JSON Lines sorted by id; whatever reads JSON reads the folder as one
table. The files are the only truth: nothing is remembered beside them.
"""

import dataclasses
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from ..files import write
from ..problem import DefinitionError, Problem, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What the Hub said of one upload on one day. None is what it did not say.

    The order of the fields is their order in the file. The counts that every report needs come
    first, so that they can be read without the rest.
    """

    date: str
    """The day in UTC: "2026-11-25"."""
    id: str
    """The repo: "unsloth/Llama-3.1-8B-Instruct-bnb-4bit"."""
    downloads: int | None = None
    """Downloads of the 30 days before."""
    downloads_all_time: int | None = None
    """Downloads since the upload."""
    likes: int | None = None
    """People who like it."""
    trending_score: float | None = None
    """The Hub's own measure of recent interest."""
    last_modified: str | None = None
    """The last commit, in UTC: "2026-11-02T08:15:00Z"."""
    size: int | None = None
    """Bytes that the repo uses on the Hub, its history included."""
    gated: str | None = None
    """Who may have the files: "open" everybody, "auto" who agrees to terms, "manual" who is let."""
    licence: str | None = None
    """The licence as the model card states it: "llama3.1"."""


KINDS: dict[str, type[str] | type[int] | type[float]] = {
    "date": str,
    "id": str,
    "downloads": int,
    "downloads_all_time": int,
    "likes": int,
    "trending_score": float,
    "last_modified": str,
    "size": int,
    "gated": str,
    "licence": str,
}
"""The type of every field of a row, apart from None."""

Ids = tuple[str, ...]
Column = tuple[int | None, ...]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_COUNT = rb"(\d++|null)"
# A line as `write_day` lays it out, up to the counts. Whatever else is valid JSON, but not laid
# out like this, is read by the long way.
_HEAD = re.compile(
    rb'\{"date":"[^"]*+","id":"([^"\\\n]++)","downloads":%b,"downloads_all_time":%b,[^\n]*\}\n'
    % (_COUNT, _COUNT)
)


def day_files(folder: Path, since: date | None = None) -> list[Path]:
    """The files of a folder from a day on, in order. Files of other names are no matter."""
    first = since.isoformat() if since else ""
    paths = (p for p in folder.glob("*.jsonl") if _DAY.fullmatch(p.stem) and p.stem >= first)
    return sorted(paths)


def write_day(folder: Path, day: date, rows: Iterable[Snapshot]) -> Path:
    """Write the file of a day in one step, in place of one that is there; give back its path."""
    path = folder / f"{day}.jsonl"
    write(folder, {path.name: "".join(map(_line, sorted(rows, key=lambda row: row.id)))})
    return path


def _line(row: Snapshot) -> str:
    text = json.dumps(dataclasses.asdict(row), ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n"


def read_day(path: Path) -> list[Snapshot]:
    """The rows of one file, in its order.

    Fields that a line lacks are None, and fields unknown to this version are left out. Raises
    DefinitionError with every line that is no such row, for instance a mark that a merge left.
    """
    rows: dict[str, Snapshot] = {}
    problems: list[Problem] = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            row = _row(line, path.stem)
            if row.id in rows:
                raise ValueError(f"{row.id} stands here a second time")
            rows[row.id] = row
        except ValueError as error:
            cure = "Take one side of the merge, or an earlier version of the file, or delete it."
            problems.append(Problem(Where(path, number), "", "stats", str(error), cure))
    if problems:
        raise DefinitionError(problems)
    return list(rows.values())


def _row(line: bytes, day: str) -> Snapshot:
    """Raises ValueError, saying what is wrong with the line."""
    try:
        parsed: object = json.loads(line)
    except ValueError:
        raise ValueError("not a line of JSON") from None
    values = cast("dict[str, Any]", parsed if isinstance(parsed, dict) else {})
    if not {"date", "id"} <= values.keys():
        raise ValueError("not an object with a date and an id")
    if values["date"] != day:
        raise ValueError(f"the date is {values['date']!r}, but the file's name says {day}")
    known = {name: values[name] for name in KINDS if values.get(name) is not None}
    for name, value in known.items():
        fits = (int, float) if KINDS[name] is float else KINDS[name]
        if not isinstance(value, fits) or isinstance(value, bool):
            raise ValueError(f"{name} is {value!r}")
    return Snapshot(**known)


def read_counts(path: Path) -> tuple[Ids, tuple[Column, Column]]:
    """The ids of one file, and of each its downloads and its downloads of all time.

    The same as from `read_day`, and ten times as fast on a file as `write_day` leaves it.
    """
    data = path.read_bytes()
    found = _HEAD.findall(data)
    lines = data.count(b"\n")
    if found and data.endswith(b"\n") and lines == len(found) == data.count(_start(path.stem)):
        ids, downloads, all_time = zip(*found, strict=True)
        if names := _names(ids):
            return names, (_numbers(downloads), _numbers(all_time))
    rows = read_day(path)
    columns = tuple(r.downloads for r in rows), tuple(r.downloads_all_time for r in rows)
    return tuple(row.id for row in rows), columns


@lru_cache(maxsize=4)  # nearly every day has the ids of the day before
def _names(ids: tuple[bytes, ...]) -> Ids | None:
    """The ids as text; None if one stands twice."""
    names = tuple(b"\n".join(ids).decode().split("\n"))
    return names if len(set(names)) == len(names) else None


def _start(day: str) -> bytes:
    return b'{"date":"%b",' % day.encode()


def _numbers(texts: tuple[bytes, ...]) -> Column:
    try:
        return tuple(map(int, texts))
    except ValueError:
        return tuple(None if text == b"null" else int(text) for text in texts)

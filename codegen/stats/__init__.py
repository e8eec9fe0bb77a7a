"""Downloads and likes over time, for programs: rows, DataFrames and rankings.

`records` and `frame` return every row; `read_history` and `rank` return what `stats show` prints.

* `record`: listings of owners to the rows of a day
* `store`: rows in a folder, one file a day
* `series`: the rows of many days as one series for each upload
* `ranking`: uploads that are used, rise, fall or are dead
* `chart`: downloads as a chart, for the chosen models and families
* `spark`: a series as a few characters
"""

import dataclasses
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from .ranking import BY, VIEWS, Ranking, Trend, rank
from .series import Dip, History, Series, read_history
from .store import Record, day_files, read_day, write_day

__all__ = [
    "BY",
    "VIEWS",
    "Dip",
    "History",
    "Ranking",
    "Record",
    "Series",
    "Trend",
    "day_files",
    "frame",
    "rank",
    "read_day",
    "read_history",
    "records",
    "write_day",
]

_DTYPES: dict[object, str] = {int | None: "Int64", float | None: "Float64"}
_TEXT = {"pandas": "string", "polars": "String"}


def records(
    folder: Path, since: date | None = None
) -> Iterator[dict[str, str | int | float | None]]:
    """Yield the recorded rows of a folder as dicts, ordered by day and id.

    With `since`, only the rows of that day and later.

    Raises DefinitionError if a line of a file is not a valid row.
    """
    for path in day_files(folder, since):
        yield from map(dataclasses.asdict, read_day(path))


def frame(
    folder: Path, since: date | None = None, *, library: Literal["pandas", "polars"] = "polars"
) -> Any:
    """Return the same rows as a polars or pandas DataFrame.

    Column types do not depend on the rows, and dates stay text. Raises DefinitionError if a line of
    a file is not a valid row, and ModuleNotFoundError if the library is not installed.
    """
    module = import_module(library)
    rows = [row for path in day_files(folder, since) for row in read_day(path)]
    columns = {f.name: [getattr(row, f.name) for row in rows] for f in dataclasses.fields(Record)}
    dtypes = {f.name: _DTYPES.get(f.type, _TEXT[library]) for f in dataclasses.fields(Record)}
    if library == "pandas":
        return module.DataFrame({n: module.array(v, dtype=dtypes[n]) for n, v in columns.items()})
    return module.DataFrame(columns, schema={n: getattr(module, dtypes[n]) for n in columns})

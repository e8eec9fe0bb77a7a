"""Downloads and likes over time, for programs: rows, DataFrames and reports.

`records` and `frame` give every row; `read_history` and `report` give what `stats show` prints.

* `record`: listings of owners to the rows of a day
* `store`: rows in a folder, one file a day
* `series`: the rows of many days as one series for each upload
* `report`: uploads that are used, rise, fall or are dead
* `choice`: the lines of a chart
* `chart`: downloads as a picture
* `spark`: a series as a few characters
"""

import dataclasses
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from .report import BY, VIEWS, Entry, Report, report
from .series import Dip, History, Series, read_history
from .store import KINDS, Snapshot, day_files, read_day, write_day

__all__ = [
    "BY",
    "VIEWS",
    "Dip",
    "Entry",
    "History",
    "Report",
    "Series",
    "Snapshot",
    "day_files",
    "frame",
    "read_day",
    "read_history",
    "records",
    "report",
    "write_day",
]

_COLUMNS = {
    "pandas": {str: "string", int: "Int64", float: "Float64"},
    "polars": {str: "String", int: "Int64", float: "Float64"},
}


def records(
    folder: Path, since: date | None = None
) -> Iterator[dict[str, str | int | float | None]]:
    """Every row of a folder from a day on, as a dict; by day, then by id.

    Raises DefinitionError where a line of a file is no row.
    """
    for path in day_files(folder, since):
        yield from map(dataclasses.asdict, read_day(path))


def frame(
    folder: Path, since: date | None = None, *, library: Literal["pandas", "polars"] = "polars"
) -> Any:
    """The same as a DataFrame of polars or of pandas, whose columns have the same types whatever
    the rows hold; dates stay text. Raises ModuleNotFoundError without that library."""
    module = import_module(library)
    columns: dict[str, list[object]] = {name: [] for name in KINDS}
    for path in day_files(folder, since):
        for row in read_day(path):
            for name, values in columns.items():
                values.append(getattr(row, name))
    kinds = {name: _COLUMNS[library][kind] for name, kind in KINDS.items()}
    if library == "pandas":
        return module.DataFrame({n: module.array(v, dtype=kinds[n]) for n, v in columns.items()})
    return module.DataFrame(columns, schema={n: getattr(module, kinds[n]) for n in columns})

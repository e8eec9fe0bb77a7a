"""Downloads over time as a picture. Needs matplotlib: `pip install 'hubenum[plot]'`."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path

from .store import Column

SUFFIXES = (".svg", ".png")
"""The formats, by the end of the file's name."""

_INCHES = (10.0, 5.0)
_DOTS = 150  # per inch, in a PNG
_SETTINGS = {
    "axes.edgecolor": "#888888",
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "font.family": "sans-serif",
    "grid.color": "#dddddd",
    "svg.fonttype": "none",  # text stays text, which can be searched and copied
    "svg.hashsalt": "hubenum",  # and the same picture stays the same bytes
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chart."""

    name: str
    values: Column
    """A number for each day; where there is none the line is broken."""
    dips: frozenset[date]
    """The days on which the number cannot be true; they are drawn as hollow points."""


def draw(path: Path, days: Sequence[date], lines: Sequence[Line], *, title: str) -> None:
    """Write a chart of the lines, in the order given, as SVG or PNG by the name of the file.

    Raises ModuleNotFoundError without matplotlib, KeyError for a name of another kind, OSError
    where the file cannot be written.
    """
    matplotlib = import_module("matplotlib")
    figures = import_module("matplotlib.figure")
    dates = import_module("matplotlib.dates")
    with matplotlib.rc_context():
        matplotlib.rcdefaults()  # whatever the reader's own settings say
        matplotlib.rcParams.update(_SETTINGS)
        figure = figures.Figure(figsize=_INCHES, dpi=_DOTS, layout="constrained")
        axes = figure.add_subplot()
        for line in lines:
            values = [math.nan if value is None else value for value in line.values]
            shape = "o" if len(days) == 1 else ""
            (drawn,) = axes.plot(days, values, label=line.name, linewidth=1.8, marker=shape)
            doubtful = [(d, v) for d, v in zip(days, values, strict=True) if d in line.dips]
            if doubtful:
                colour = drawn.get_color()
                axes.plot(*zip(*doubtful, strict=True), "o", mfc="white", color=colour)
        axes.set_title(title, loc="left")
        axes.set_ylim(bottom=0)
        axes.yaxis.set_major_formatter("{x:,.0f}")
        axes.tick_params(length=0)
        locator = dates.AutoDateLocator()
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
        figure.legend(loc="outside lower left", ncols=2, frameon=False, fontsize="small")
        picture = io.BytesIO()
        form = path.suffix.lower().removeprefix(".")
        # Without a date and the version, which matplotlib would add.
        metadata = {"svg": {"Date": None, "Creator": None}, "png": {"Software": None}}[form]
        figure.savefig(picture, format=form, metadata=metadata)
    path.write_bytes(picture.getvalue())

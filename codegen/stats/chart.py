"""Downloads over time as a chart. Needs matplotlib: `pip install 'hubenum[plot]'`."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from .store import Counts

SUFFIXES = (".svg", ".png")
"""The file formats."""

_INCHES = (10.0, 5.0)
_DPI = 150
_SETTINGS = {
    "axes.edgecolor": "#888888",
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "font.family": "sans-serif",
    "grid.color": "#dddddd",
    "svg.fonttype": "none",  # text stays text that can be searched
    "svg.hashsalt": "hubenum",  # the same chart is the same bytes
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chart."""

    name: str
    values: Counts
    """A value for each day. The line has a gap where it is None."""
    dips: frozenset[date]
    """The days whose value cannot be true; drawn as hollow points."""


def draw(path: Path, days: Sequence[date], lines: Sequence[Line], *, title: str) -> None:
    """Write a chart of the lines as SVG or PNG, depending on the suffix of the file.

    Raises ModuleNotFoundError without matplotlib, KeyError for another suffix, OSError if the file
    cannot be written.
    """
    matplotlib = import_module("matplotlib")
    figures = import_module("matplotlib.figure")
    with matplotlib.rc_context():
        matplotlib.rcdefaults()  # ignore the user's own settings
        matplotlib.rcParams.update(_SETTINGS)
        figure = figures.Figure(figsize=_INCHES, dpi=_DPI, layout="constrained")
        _plot(figure.add_subplot(), days, lines, title)
        figure.legend(loc="outside lower left", ncols=2, frameon=False, fontsize="small")
        image = io.BytesIO()
        form = path.suffix.lower().removeprefix(".")
        # matplotlib would add the date and its version.
        metadata = {"svg": {"Date": None, "Creator": None}, "png": {"Software": None}}[form]
        figure.savefig(image, format=form, metadata=metadata)
    path.write_bytes(image.getvalue())


def _plot(axes: Any, days: Sequence[date], lines: Sequence[Line], title: str) -> None:
    dates = import_module("matplotlib.dates")
    for line in lines:
        values = [math.nan if value is None else value for value in line.values]
        marker = "o" if len(days) == 1 else ""
        (drawn,) = axes.plot(days, values, label=line.name, linewidth=1.8, marker=marker)
        dips = [(d, v) for d, v in zip(days, values, strict=True) if d in line.dips]
        if dips:
            axes.plot(*zip(*dips, strict=True), "o", mfc="white", color=drawn.get_color())
    axes.set_title(title, loc="left")
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.tick_params(length=0)
    locator = dates.AutoDateLocator()
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))

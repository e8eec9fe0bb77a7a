"""Downloads over time as a chart: its lines, and the drawing, for which matplotlib is needed."""

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from typing import Any

from ..files import replace_file
from ..models.model import Model
from .ranking import rank, summed
from .series import History, find_dips, known
from .store import Counts

SUFFIXES = (".svg", ".png")
"""The file formats."""

MOST = 10
"""The most lines that a chart can hold and still be read."""

_WILD = frozenset("*?[")  # a pattern such as "*-Instruct*", not a name
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


def choose_lines(
    history: History, models: Iterable[Model], names: Sequence[str], families: Sequence[str]
) -> tuple[list[Line], list[str]]:
    """The lines for these names and families, and the names and families without any record.

    A name is a constant, a path or a wildcard for paths in any letter case. Without names and
    families, the lines are the models with the most downloads. Lines are sorted by downloads.
    """
    models = list(models)
    paths = {model.constant: model.repo_id for model in models}
    if not names and not families:
        names = [trend.name for trend in rank(history, models).trends[:MOST]]
    groups: dict[str, list[str]] = {}
    unknown: list[str] = []
    for name in names:
        ids = _matching(name, history) if not _WILD.isdisjoint(name) else [paths.get(name, name)]
        groups |= {repo_id: [repo_id] for repo_id in ids}
        unknown += [] if any(repo_id in history.series for repo_id in ids) else [name]
    for family in families:
        ids = [m.repo_id for m in models if m.family == family and m.repo_id in history.series]
        groups[f"{family} (family)"] = ids
        unknown += [] if ids else [family]
    if unknown:
        return [], unknown
    lines = [_line(name, ids, history) for name, ids in groups.items()]
    return sorted(lines, key=lambda line: known(line.values)[-1:], reverse=True), []


def _matching(pattern: str, history: History) -> list[str]:
    folded = pattern.casefold()
    return [
        repo_id
        for repo_id in history.series
        if fnmatchcase(repo_id.casefold(), folded)
        or fnmatchcase(repo_id.casefold().partition("/")[2], folded)
    ]


def _line(name: str, ids: Sequence[str], history: History) -> Line:
    values = summed(history.series[repo_id].downloads for repo_id in ids)
    dips = (d for i in ids for d in find_dips(i, history.days, history.series[i]))
    return Line(name, values, frozenset(dip.date for dip in dips if dip.count == "downloads"))


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
        if lines:
            figure.legend(loc="outside lower left", ncols=2, frameon=False, fontsize="small")
        image = io.BytesIO()
        form = path.suffix.lower().removeprefix(".")
        # matplotlib would add the date and its version.
        metadata = {"svg": {"Date": None, "Creator": None}, "png": {"Software": None}}[form]
        figure.savefig(image, format=form, metadata=metadata)
    replace_file(path, image.getvalue())


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

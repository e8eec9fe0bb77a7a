"""The lines of a chart: the chosen models and families."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from ..models.model import Model
from .chart import Line
from .ranking import rank, summed
from .series import History, find_dips

MOST = 10
"""The most lines that a chart can hold and still be read."""

_WILD = frozenset("*?[")  # a pattern such as "*-Instruct*", not a name


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
    return sorted(lines, key=lambda line: -_last(line)), []


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


def _last(line: Line) -> int:
    return next((value for value in reversed(line.values) if value is not None), 0)

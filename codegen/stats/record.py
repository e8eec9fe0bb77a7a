"""The rows of a day, from the listings of the owners' repos."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date
from typing import TYPE_CHECKING, Any

from ..models.model import Model
from ..outside import printable
from .store import Record, invalid_fields

if TYPE_CHECKING:
    from ..hub.repo import Repo

EXPAND = (
    "downloads",
    "downloadsAllTime",
    "gated",
    "lastModified",
    "likes",
    "tags",
    "trendingScore",
)
"""The properties to ask of a listing. The license is among the tags, so the model card, which may
be long, is not needed. A listing cannot be asked for the size (`usedStorage`): it is unknown."""


def owners(models: Iterable[Model], *, originals: bool) -> tuple[str, ...]:
    """The owners whose repos to list, sorted: the uploaders.

    With `originals` also the publishers and the owners of mirrors; each owner costs at least one
    request.
    """
    return tuple(sorted({m.org for m in models if originals or not (m.is_original or m.is_mirror)}))


@dataclass(frozen=True, slots=True)
class Day:
    """The rows of a day."""

    rows: tuple[Record, ...]
    """One for each declared id that was listed, sorted by id."""
    absent: tuple[str, ...]
    """Declared ids that their owners' listings lack, sorted."""
    invalid: tuple[str, ...]
    """Values that cannot be right, as "owner/name: downloads is -1". The rows have None instead."""


def make_day(
    models: Iterable[Model], owners: Iterable[str], listed: "Iterable[Repo]", day: date
) -> Day:
    """Rows of the declared models of these owners, from complete listings of their repos."""
    infos = {info.id: info for info in listed}
    listed_owners = set(owners)
    declared = sorted({model.repo_id for model in models if model.org in listed_owners})
    rows: list[Record] = []
    invalid: list[str] = []
    for info in (infos[repo_id] for repo_id in declared if repo_id in infos):
        values = _values(info, day)
        for name in invalid_fields(values):
            invalid.append(f"{info.id}: {name} is {printable(repr(values.pop(name)), 60)}")
        if values.get("trending_score") is not None:
            values["trending_score"] = float(values["trending_score"])
        rows.append(Record(**values))
    absent = tuple(repo_id for repo_id in declared if repo_id not in infos)
    return Day(tuple(rows), absent, tuple(invalid))


def _values(info: "Repo", day: date) -> dict[str, Any]:
    modified = info.last_modified
    return {
        "date": day.isoformat(),
        "id": info.id,
        "downloads": info.downloads,
        "downloads_all_time": info.downloads_all_time,
        "likes": info.likes,
        "trending_score": info.trending_score,
        "last_modified": f"{modified.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if modified else None,
        "size": None,
        "gated": "open" if info.gated is False else info.gated,
        "license": info.license,
    }

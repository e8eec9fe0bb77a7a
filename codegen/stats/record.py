"""What the listings of owners say of the declared uploads, as the rows of a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date
from typing import TYPE_CHECKING

from ..models.model import Model
from .store import Snapshot

if TYPE_CHECKING:
    from huggingface_hub import ModelInfo

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
    """Whose repos are to be listed, sorted: the uploaders; with `originals` also the publishers
    and those who hold mirrors, at one request or more for each of them."""
    return tuple(sorted({m.org for m in models if originals or not (m.is_original or m.is_mirror)}))


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a day."""

    rows: tuple[Snapshot, ...]
    """One for each declared id that was listed, sorted by id."""
    absent: tuple[str, ...]
    """Declared ids of the owners listed that are not among their repos, sorted."""


def make_rows(
    models: Iterable[Model], owners: Iterable[str], listed: Iterable["ModelInfo"], day: date
) -> Rows:
    """Rows of the declared models of these owners, from complete listings of their repos."""
    infos = {info.id: info for info in listed}
    asked = set(owners)
    declared = sorted({model.repo_id for model in models if model.org in asked})
    return Rows(
        tuple(_snapshot(infos[repo_id], day) for repo_id in declared if repo_id in infos),
        tuple(repo_id for repo_id in declared if repo_id not in infos),
    )


def _snapshot(info: "ModelInfo", day: date) -> Snapshot:
    licences = (t.removeprefix("license:") for t in info.tags or () if t.startswith("license:"))
    modified = info.last_modified
    return Snapshot(
        date=day.isoformat(),
        id=info.id,
        downloads=info.downloads,
        downloads_all_time=info.downloads_all_time,
        likes=info.likes,
        trending_score=None if info.trending_score is None else float(info.trending_score),
        last_modified=f"{modified.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if modified else None,
        size=None,
        gated="open" if info.gated is False else info.gated,
        licence=next(licences, None),
    )

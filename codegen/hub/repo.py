"""A repo as the Hub describes it: each property has the right type or is unknown."""

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from ..names.repo_id import repo_id_mistake
from ..outside import printable, redacted

_KEY = re.compile(r"[\w-]{1,64}", re.ASCII)
_LICENSE = re.compile(r"[\w.+-]{1,64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repo:
    """A model repo. None is what the Hub did not say, or said with the wrong type."""

    id: str
    """The id in the Hub's own spelling."""
    hub_id: str | None = None
    """The Hub's own key of the repo (`_id`), which a rename keeps."""
    tags: tuple[str, ...] = ()
    """The tags, such as "license:mit"."""
    created_at: datetime | None = None
    """When the repo was made, in UTC."""
    last_modified: datetime | None = None
    """When its last commit was made, in UTC."""
    gated: str | bool | None = None
    """False if files are open to all, "auto" or "manual" if not; True if the Hub says neither."""
    private: bool | None = None
    """Whether only members can see it."""
    disabled: bool | None = None
    """Whether the Hub has disabled it."""
    downloads: int | None = None
    """Downloads in the last 30 days."""
    downloads_all_time: int | None = None
    """Downloads since the upload."""
    likes: int | None = None
    """The number of likes."""
    trending_score: float | None = None
    """The Hub's own measure of recent interest."""
    license: str | None = None
    """The license that the tags name: "llama3.1"."""
    raw: Mapping[str, Any]
    """All properties, unchecked, by their names in the API."""
    oddities: tuple[str, ...] = ()
    """A sentence for each property that has the wrong type."""


def read_repo(row: object) -> Repo:
    """Read a repo from JSON. Raises ValueError if it has no valid id."""
    if not isinstance(row, dict):
        raise ValueError(f"a row is {_shown(row)}, not a repo")
    raw = cast("dict[str, Any]", row)
    repo_id = raw.get("id")
    if not isinstance(repo_id, str):
        raise ValueError(f"a row has the id {_shown(repo_id)}")
    if redacted(repo_id) != repo_id:
        raise ValueError("a row has an id that holds a token")
    if mistake := repo_id_mistake(repo_id):
        raise ValueError(f"a row has the id {_shown(repo_id)}: {mistake}")
    oddities: list[str] = []
    values: dict[str, Any] = {}
    for field, (name, read) in _READERS.items():
        value = raw.get(name)
        try:
            if value is not None or (name == "tags" and name in raw):
                values[field] = read(value, oddities)
        except (ValueError, TypeError, OverflowError):
            oddities.append(f"{name} is {_shown(value)}; treated as unknown")
    license = _license(values.get("tags", ()), oddities)
    odd = tuple(f"{repo_id}: {oddity}" for oddity in oddities)
    return Repo(id=repo_id, **values, license=license, raw=raw, oddities=odd)


def _key(value: Any, _: list[str]) -> str:
    if not _KEY.fullmatch(value):
        raise ValueError
    return str(value)


def _tags(value: Any, oddities: list[str]) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    items = cast("list[object]", value)
    tags = [item for item in items if isinstance(item, str)]
    if len(tags) < len(items):
        oddities.append(f"tags is {_shown(items)}; only its texts are used")
    return tuple(map(redacted, tags))


def _license(tags: Sequence[str], oddities: list[str]) -> str | None:
    name = next((tag.removeprefix("license:") for tag in tags if tag.startswith("license:")), None)
    if name is not None and not _LICENSE.fullmatch(name):
        oddities.append(f"license is {_shown(name)}; treated as unknown")
        return None
    return name


def _moment(value: Any, _: list[str]) -> datetime:
    moment = datetime.fromisoformat(value)
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


def _gated(value: Any, oddities: list[str]) -> str | bool:
    if isinstance(value, bool):
        return value
    if value in ("auto", "manual"):
        return str(value)
    oddities.append(f"gated is {_shown(value)}; treated as gated")
    return True


def _flag(value: Any, _: list[str]) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _count(value: Any, _: list[str]) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


def _score(value: Any, _: list[str]) -> float:
    if isinstance(value, bool) or not math.isfinite(value):
        raise ValueError
    return float(value)


_READERS: Mapping[str, tuple[str, Callable[[Any, list[str]], Any]]] = {
    "hub_id": ("_id", _key),
    "tags": ("tags", _tags),
    "created_at": ("createdAt", _moment),
    "last_modified": ("lastModified", _moment),
    "gated": ("gated", _gated),
    "private": ("private", _flag),
    "disabled": ("disabled", _flag),
    "downloads": ("downloads", _count),
    "downloads_all_time": ("downloadsAllTime", _count),
    "likes": ("likes", _count),
    "trending_score": ("trendingScore", _score),
}
"""For each field, its name in the API and the function that reads it."""


def _shown(value: object) -> str:
    """A value as JSON, shortened."""
    return printable(json.dumps(value), 60)

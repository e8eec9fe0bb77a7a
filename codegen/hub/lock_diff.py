"""The differences between two locks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from .entry import LockEntry, to_json
from .verdict import FINDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class LockChange:
    """The difference for one id."""

    repo_id: str
    """The id."""
    old: Mapping[str, object] | None
    """The facts that differ, before; None for an id that is new in the lock."""
    new: Mapping[str, object] | None
    """The same facts, after; None for an id that left the lock."""
    gained: tuple[str, ...] = field(default=())
    """Names of added GGUF files."""
    lost: tuple[str, ...] = field(default=())
    """Names of removed GGUF files."""

    @property
    def is_harmful(self) -> bool:
        """Whether a valid id became a wrong one."""
        status = (self.new or {}).get("verdict")
        was = (self.old or {}).get("verdict")
        return self.old is not None and status in FINDINGS and was not in FINDINGS


def compare_locks(
    old: Mapping[str, LockEntry], new: Mapping[str, LockEntry]
) -> Iterator[LockChange]:
    """The ids that differ between two locks, sorted. The days of the checks are ignored."""
    for repo_id in sorted(old.keys() | new.keys()):
        before, after = _facts(repo_id, old), _facts(repo_id, new)
        if before is None or after is None:
            yield LockChange(repo_id=repo_id, old=before, new=after)
            continue
        names = [n for n in {**before, **after} if before.get(n) != after.get(n)]
        if not names:
            continue
        files, had = _files(after), _files(before)
        yield LockChange(
            repo_id=repo_id,
            old={name: before.get(name) for name in names if name != "files"},
            new={name: after.get(name) for name in names if name != "files"},
            gained=tuple(name for name in files if name not in had),
            lost=tuple(name for name in had if name not in files),
        )


def _facts(repo_id: str, lock: Mapping[str, LockEntry]) -> dict[str, object] | None:
    entry = lock.get(repo_id)
    return None if entry is None else to_json(repo_id, entry, entry.verified)


def _files(facts: Mapping[str, object]) -> list[str]:
    return [name for name, _, _ in cast("list[Any]", facts.get("files") or [])]

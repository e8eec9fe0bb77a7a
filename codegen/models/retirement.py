"""The retired names of all families: contradictions between them, and the replacement of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..problem import Problem
from ..schema import Retired
from .model import Family


@dataclass(frozen=True, slots=True)
class Retirement:
    """A retired name and its replacement: a row of the generated table."""

    name: str
    repo_id: str
    why: str
    since: str
    replacement: str | None
    """The constant to use instead, or None."""


def find_contradictions(families: Sequence[Family]) -> list[Problem]:
    """Report entries that are listed twice, or whose name or id is still in use."""
    by_name = {model.constant: model.repo_id for f in families for model in f.models}
    by_id = {repo_id: name for name, repo_id in by_name.items()}
    first: dict[tuple[str, str], Retired] = {}
    problems: list[Problem] = []
    for family in families:
        for entry in family.retired:
            field, message, cure = "", "", ""
            now, alive = by_name.get(entry.name), by_id.get(entry.repo_id)
            if first.setdefault((entry.name, entry.repo_id), entry) is not entry:
                other = first[entry.name, entry.repo_id].where
                message, cure = f"{entry.name} is already retired at {other}", "Remove one of them."
            elif now == entry.repo_id:
                message = f"{entry.name} is not retired: {now} is declared and has that name"
                cure = "Remove the entry, or take the model out of its definition."
            elif now is not None and now != entry.replaced_by:
                field, message = "replaced_by", f"{entry.name} is now the name of {now}"
                cure = f'Write replaced_by="{now}", or give that model another name.'
            elif now is None and alive is not None and entry.replaced_by != entry.repo_id:
                field, message = "replaced_by", f"{entry.repo_id} is still declared, as {alive}"
                cure = f'Write replaced_by="{entry.repo_id}".'
            if message:
                where = ": ".join(filter(None, ("RETIRED", field)))
                problems.append(Problem(entry.where, family.stem, where, message, cure))
    return problems


def find_unknown_replacements(families: Sequence[Family]) -> list[Problem]:
    """Report entries whose replacement is neither declared nor retired in favor of a declared id.

    Separate from the other checks, because retiring the replacement too can resolve it.
    """
    _, unresolved = _resolve(families)
    return [
        Problem(
            entry.where, family.stem, "RETIRED: replaced_by",
            f"{entry.replaced_by} is neither declared nor retired in favor of a declared id",
            "Write a declared id, or leave the field out if nothing replaces the model.",
        )
        for family, entry in unresolved
    ]  # fmt: skip


def resolve_retired(families: Sequence[Family]) -> list[Retirement]:
    """Return every retired name with the constant that replaces it, oldest first. If two entries
    have the same name or id, the later one wins."""
    return _resolve(families)[0]


def _resolve(families: Sequence[Family]) -> tuple[list[Retirement], list[tuple[Family, Retired]]]:
    by_id = {model.repo_id: model.constant for f in families for model in f.models}
    entries = sorted(
        ((family, entry) for family in families for entry in family.retired),
        key=lambda pair: (pair[1].since, pair[1].name, pair[1].repo_id),
    )
    onward = {
        entry.repo_id: entry.replaced_by
        for _, entry in entries
        if entry.repo_id != entry.replaced_by
    }
    resolved: list[Retirement] = []
    unresolved: list[tuple[Family, Retired]] = []
    for family, entry in entries:
        repo_id, seen = entry.replaced_by, set[str]()
        while repo_id is not None and repo_id not in by_id and repo_id in onward:
            if repo_id in seen:
                break
            seen.add(repo_id)
            repo_id = onward[repo_id]
        if repo_id is not None and repo_id not in by_id:
            unresolved.append((family, entry))
            repo_id = None
        replacement = None if repo_id is None else by_id[repo_id]
        resolved.append(Retirement(entry.name, entry.repo_id, entry.why, entry.since, replacement))
    return resolved, unresolved

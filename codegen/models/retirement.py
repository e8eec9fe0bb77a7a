"""The retired names of all families: contradictions between them, and the replacement of each."""

from collections.abc import Sequence

from ..problem import Problem, mistake
from ..schema import Retired
from .model import Family

Replaced = tuple[Retired, str | None]
"""A retired name, and the constant that replaces it; None if nothing does."""


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
                field = ": ".join(filter(None, ("RETIRED", field)))
                problems.append(mistake(entry.where, field, message, cure))
    return problems


def find_unknown_replacements(families: Sequence[Family]) -> list[Problem]:
    """Report entries whose replacement is neither declared nor retired in favor of a declared id.

    Separate from the other checks, because retiring the replacement too can resolve it.
    """
    cure = "Write a declared id, or leave the field out if nothing replaces the model."
    unknown = "is neither declared nor retired in favor of a declared id"
    return [
        mistake(entry.where, "RETIRED: replaced_by", f"{entry.replaced_by} {unknown}", cure)
        for entry, (repo_id, constant) in _resolve(families)
        if repo_id is not None and constant is None
    ]


def resolve_retired(families: Sequence[Family]) -> list[Replaced]:
    """Return every retired name with the constant that replaces it, oldest first. If two entries
    have the same name or id, the later one wins."""
    return [(entry, constant) for entry, (_, constant) in _resolve(families)]


def _resolve(families: Sequence[Family]) -> list[tuple[Retired, tuple[str | None, str | None]]]:
    """Every retired name, oldest first, with the id at the end of its chain of replacements and the
    constant of that id; None for either if there is none."""
    by_id = {model.repo_id: model.constant for f in families for model in f.models}
    entries = sorted(
        (entry for family in families for entry in family.retired),
        key=lambda entry: (entry.since, entry.name, entry.repo_id),
    )
    onward = {e.repo_id: e.replaced_by for e in entries if e.repo_id != e.replaced_by}
    resolved: list[tuple[Retired, tuple[str | None, str | None]]] = []
    for entry in entries:
        repo_id, seen = entry.replaced_by, set[str | None]()
        while repo_id not in by_id and repo_id in onward and repo_id not in seen:
            seen.add(repo_id)
            repo_id = onward[repo_id]
        resolved.append((entry, (repo_id, by_id.get(repo_id or ""))))
    return resolved

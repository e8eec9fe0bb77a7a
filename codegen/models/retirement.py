"""Retired names of all families: contradictions between them, and what replaces each."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..problem import Problem
from ..schema import Retired
from .model import Family


@dataclass(frozen=True, slots=True)
class Settled:
    """A retired name with its replacement looked up: a line of the generated table."""

    name: str
    repo_id: str
    why: str
    since: str
    replacement: str | None
    """The constant to use instead, None for nothing."""


def find_contradictions(families: Sequence[Family]) -> list[Problem]:
    """Entries at odds with each other or with what is declared: told twice, or not retired."""
    by_name = {model.constant: model.repo_id for f in families for model in f.models}
    by_id = {repo_id: name for name, repo_id in by_name.items()}
    first: dict[tuple[str, str], Retired] = {}
    problems: list[Problem] = []
    for family in families:
        for entry in family.retired:
            field, found, cure = "", "", ""
            now, alive = by_name.get(entry.name), by_id.get(entry.repo_id)
            if first.setdefault((entry.name, entry.repo_id), entry) is not entry:
                other = first[entry.name, entry.repo_id].where
                found, cure = f"{entry.name} is retired at {other} already", "Remove one of them."
            elif now == entry.repo_id:
                found = f"{entry.name} is not retired: {now} is declared and has that name"
                cure = "Remove the entry, or take the model out of its definition."
            elif now is not None and now != entry.replaced_by:
                field, found = "replaced_by", f"{entry.name} is now the name of {now}"
                cure = f'Write replaced_by="{now}", or give that model another name.'
            elif now is None and alive is not None and entry.replaced_by != entry.repo_id:
                field, found = "replaced_by", f"{entry.repo_id} is still there, as {alive}"
                cure = f'Write replaced_by="{entry.repo_id}".'
            if found:
                where = ": ".join(filter(None, ("RETIRED", field)))
                problems.append(Problem(entry.where, family.stem, where, found, cure))
    return problems


def find_dangling(families: Sequence[Family]) -> list[Problem]:
    """Entries whose replacement is neither declared nor itself retired in favour of one that is.

    Apart from the other checks, because it is what retiring the next name in a row repairs.
    """
    _, dangling = _settle(families)
    return [
        Problem(
            entry.where, family.stem, "RETIRED: replaced_by",
            f"{entry.replaced_by} is neither declared nor retired in favour of a declared id",
            "Write the id of a model that is, or leave it out if nothing replaces it.",
        )
        for family, entry in dangling
    ]  # fmt: skip


def settle(families: Sequence[Family]) -> list[Settled]:
    """Every retired name with the constant that replaces it, the latest last; of two entries for
    one name or one id the later one holds."""
    return _settle(families)[0]


def _settle(families: Sequence[Family]) -> tuple[list[Settled], list[tuple[Family, Retired]]]:
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
    settled: list[Settled] = []
    dangling: list[tuple[Family, Retired]] = []
    for family, entry in entries:
        repo_id, seen = entry.replaced_by, set[str]()
        while repo_id is not None and repo_id not in by_id and repo_id in onward:
            if repo_id in seen:
                break
            seen.add(repo_id)
            repo_id = onward[repo_id]
        if repo_id is not None and repo_id not in by_id:
            dangling.append((family, entry))
            repo_id = None
        replacement = None if repo_id is None else by_id[repo_id]
        settled.append(Settled(entry.name, entry.repo_id, entry.why, entry.since, replacement))
    return settled, dangling

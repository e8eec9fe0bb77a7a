"""Retired names: collected from definition files, checked, and settled on what replaces them."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from huggingface_hub.errors import HFValidationError
from huggingface_hub.utils import validate_repo_id  # type: ignore[attr-defined]

from .model import Family
from .naming import is_constant_name
from .problem import Problem, Where
from .schema import Retired

Finding = tuple[str, str, str]
"""Field, what was found, what to write."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A retired name with its replacement looked up: a line of the generated table."""

    name: str
    repo_id: str
    why: str
    since: str
    replacement: str | None
    """The constant to use instead, None for nothing."""


def collect(
    path: Path, tree: ast.Module, namespace: Mapping[str, object]
) -> tuple[tuple[Retired, ...], list[Problem]]:
    """The entries of a definition file's RETIRED, and what is wrong with each by itself.

    Entries outside RETIRED, which would be lost without a word, are mistakes too.
    """
    problems: list[Problem] = []

    def problem(line: int, found: str, cure: str) -> None:
        problems.append(Problem(Where(path, line), path.stem, "RETIRED", found, cure))

    assigned = {
        target.id: node.lineno
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    written, line = namespace.get("RETIRED", []), assigned.get("RETIRED", 0)
    items = cast("Sequence[object]", written if isinstance(written, (list, tuple)) else [])
    if not isinstance(written, (list, tuple)):
        problem(line, "it is no list", "Write RETIRED = [Retired(...), ...].")
    for item in items:
        if not isinstance(item, Retired):
            problem(line, f"{item!r} is no Retired", "Write a list of Retired(...).")
    entries = tuple(item for item in items if isinstance(item, Retired))
    for entry in entries:
        problems += [
            Problem(entry.where, path.stem, f"RETIRED: {field}", found, cure)
            for field, found, cure in _mistakes(entry)
        ]
    for node in tree.body:
        call = node.value if isinstance(node, (ast.Assign, ast.Expr)) else None
        if node.lineno == line or not isinstance(call, ast.Call):
            continue
        if ast.unparse(call.func).endswith("Retired"):
            problem(node.lineno, "a Retired outside the list", "Write RETIRED = [Retired(...)].")
    return entries, problems


def _mistakes(entry: Retired) -> Iterator[Finding]:
    for field in ("name", "repo_id", "why", "since", "replaced_by"):
        value: object = getattr(entry, field)
        if not isinstance(value, str) and not (field == "replaced_by" and value is None):
            yield field, f"{value!r}, which is no string", "Write it in quotes."
            return
    if not is_constant_name(entry.name):
        cure = "Write the name as it stood in Models: capitals, digits, single underscores."
        yield "name", f"{entry.name!r} is no constant name", cure
    for field in ("repo_id", "replaced_by"):
        value = getattr(entry, field)
        if isinstance(value, str) and not _is_repo_id(value):
            yield field, f"{value!r} is no repo id", 'Write "owner/name".'
    if not entry.why.strip() or "\n" in entry.why:
        cure = 'Write it as one line that can follow a colon: "the repo was renamed".'
        yield "why", repr(entry.why), cure
    if not _is_date(entry.since):
        yield "since", f"{entry.since!r} is no date", 'Write year-month-day: "2026-11-25".'


def _is_repo_id(text: str) -> bool:
    try:
        validate_repo_id(text)
    except HFValidationError:
        return False
    return text.count("/") == 1


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


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

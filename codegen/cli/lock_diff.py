"""`diff --lock`: what happened on the Hub between two locks, printed."""

from collections.abc import Iterator, Sequence

import click

from ..hub.lock_diff import LockChange
from .rows import print_json

_SHOWN = 7
"""Characters of a commit."""


def print_lock_diff(base: str, changes: Sequence[LockChange], style: str | None) -> None:
    """Print the changes as lines, as JSON or as Markdown."""
    if style == "json":
        print_json({"base": base, "changes": [_row(change) for change in changes]})
    elif style == "markdown":
        click.echo(f"### The Hub since `{base}`: {_count(changes)}\n")
        if changes:
            click.echo("| id | what |\n|---|---|")
        for change in changes:
            what = ", ".join(_texts(change)).replace("|", "\\|")
            click.echo(f"| `{change.repo_id}` | {'**wrong now:** ' * change.is_harmful}{what} |")
    else:
        for change in changes:
            sign = "+" if change.old is None else "-" if change.new is None else "*"
            wrong = "  (wrong now)" if change.is_harmful else ""
            click.echo(f"  {sign} {change.repo_id}: {', '.join(_texts(change))}{wrong}")
        click.echo(f"since {base}: {_count(changes)}")


def _texts(change: LockChange) -> Iterator[str]:
    """What happened, in short texts."""
    if change.new is None:
        yield "no longer in the lock"
    elif change.old is None:
        yield f"recorded: {change.new['verdict']}"
    else:
        for name, value in change.new.items():
            yield f"{name} {_shown(name, change.old[name])} -> {_shown(name, value)}"
        yield from (f"file {name} added" for name in change.gained)
        yield from (f"file {name} removed" for name in change.lost)


def _shown(name: str, value: object) -> str:
    if value is None:
        return "none"
    return str(value)[:_SHOWN] if name == "sha" else str(value)


def _count(changes: Sequence[LockChange]) -> str:
    wrong = sum(change.is_harmful for change in changes)
    count = f"{len(changes):,} change{'s'[: len(changes) != 1]}"
    return f"{count}, {wrong:,} wrong now" if changes else "no change"


def _row(change: LockChange) -> dict[str, object]:
    return {
        "id": change.repo_id,
        "old": change.old,
        "new": change.new,
        "files_added": change.gained,
        "files_removed": change.lost,
        "is_harmful": change.is_harmful,
    }

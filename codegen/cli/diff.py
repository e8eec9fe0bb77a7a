"""`diff`: what changed for users since a revision, a file or a release."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

import click
from rich.console import Console
from rich.text import Text

from ..history.compare import Bump, ChangeKind, NameChange, bump_of, compare
from ..history.earlier import NotFoundError, find_base
from ..history.lock_base import find_lock
from ..history.snapshot import read_output
from ..hub.lock import read_lock
from ..hub.recorded import with_facts
from ..models.expand import read
from ..project.config import Config
from .lock_diff import print_lock_diff

_SIGNS = {
    ChangeKind.REMOVED: ("-", "red"),
    ChangeKind.VALUE_CHANGED: ("!", "red"),
    ChangeKind.RETIRED: ("~", "yellow"),
    ChangeKind.RENAMED: ("~", "yellow"),
    ChangeKind.ADDED: ("+", "green"),
    ChangeKind.METADATA_CHANGED: ("*", "cyan"),
}
_MANY = 20
"""Markdown folds a table with more rows."""


@click.command(
    name="diff",
    epilog="""\b
Examples:
  hubenum diff
  hubenum diff v1.2.0 --markdown
  hubenum diff acme-models==1.2.0
  hubenum diff --lock HEAD~1
""",
)
@click.argument("base", default="HEAD")
@click.option("--json", "style", flag_value="json", help="Print JSON.")
@click.option(
    "--markdown", "style", flag_value="markdown", help="Print Markdown, for a pull request."
)
@click.option("--lock", "of_lock", is_flag=True, help="Show what happened on the Hub instead.")
@click.pass_context
def diff_command(ctx: click.Context, base: str, *, style: str | None, of_lock: bool) -> None:
    """Show what changed for users between BASE and the definitions.

    BASE is a git revision (HEAD by default), a generated folder or file, a wheel, or NAME==VERSION
    of an installed distribution. Exits 1 on a breaking change: a name that was removed without
    being retired, or whose value changed.

    With --lock, BASE is a git revision or a lock file, and the lock of the project is compared with
    that. Exits 1 if an id that was right is wrong now.
    """
    from ..render.text import draft

    config: Config = ctx.obj
    if of_lock:
        ctx.exit(_diff_lock(config, base, style))
    families = read(*config.folders, originals=config.originals)
    try:
        old = find_base(base, config.output)
    except NotFoundError as error:
        click.echo(str(error), err=True)
        ctx.exit(2)
    known = with_facts(families, read_lock(config.definitions))
    changes = compare(old, read_output(draft(known)))
    if style == "json":
        click.echo(json.dumps(_as_json(base, changes), indent=2, ensure_ascii=False))
    elif style == "markdown":
        click.echo("\n".join(_as_markdown(base, changes)))
    else:
        _print(base, changes)
    if bump_of(changes) is Bump.MAJOR:
        ctx.exit(1)


def _diff_lock(config: Config, base: str, style: str | None) -> int:
    """Print what happened on the Hub since an earlier lock; return the exit code."""
    from ..hub.lock_diff import compare_locks

    try:
        old = find_lock(base, config.definitions)
    except NotFoundError as error:
        click.echo(str(error), err=True)
        return 2
    changes = list(compare_locks(old.entries, read_lock(config.definitions)))
    print_lock_diff(base, changes, style)
    return 1 if any(change.is_harmful for change in changes) else 0


def _as_json(base: str, changes: Sequence[NameChange]) -> dict[str, object]:
    bump = bump_of(changes)
    kinds: dict[str, list[dict[str, object]]] = {kind.replace(" ", "_"): [] for kind in ChangeKind}
    for change in changes:
        row: dict[str, object] = {"name": change.name, "breaking": change.is_breaking}
        row |= {key: getattr(change, key) for key in ("old", "new", "to", "why")}
        fields = {f: {"old": old, "new": new} for f, (old, new) in change.fields.items()}
        kinds[change.kind.replace(" ", "_")].append(row | ({"fields": fields} if fields else {}))
    return {"base": base, "bump": bump, "breaking": bump is Bump.MAJOR, **kinds}


def _as_markdown(base: str, changes: Sequence[NameChange]) -> Iterator[str]:
    yield f"### Names since `{base}`: {_verdict(changes)}"
    for kind, group in groupby(changes, lambda change: change.kind):
        rows = list(group)
        breaking = ", **breaking**" if any(change.is_breaking for change in rows) else ""
        yield f"\n#### {len(rows):,} {kind}{breaking}\n"
        if len(rows) > _MANY:
            yield "<details>\n"
        yield "| name | what |\n|---|---|"
        for change in rows:
            what = _description(change).replace("|", "\\|")
            yield f"| `{change.name}` | {'**breaking:** ' if change.is_breaking else ''}{what} |"
        if len(rows) > _MANY:
            yield "\n</details>"


def _print(base: str, changes: Sequence[NameChange]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for kind, group in groupby(changes, lambda change: change.kind):
        sign, style = _SIGNS[kind]
        rows = list(group)
        console.print(Text(f"{kind} ({len(rows):,})", style=f"bold {style}"))
        for change in rows:
            line = f"  {sign} {change.name}: {_description(change)}"
            breaking = "  (breaking)" if change.is_breaking else ""
            console.print(Text.assemble((line, style), (breaking, "bold red")))
    console.print(Text(f"since {base}: {_verdict(changes)}"))


def _verdict(changes: Sequence[NameChange]) -> str:
    if not changes:
        return "no change"
    breaking = sum(change.is_breaking for change in changes)
    count = f"{len(changes):,} change{'s'[: len(changes) != 1]}"
    return f"{count}, {breaking:,} breaking; version bump: {bump_of(changes)}"


def _description(change: NameChange) -> str:
    """What happened to the name of a change."""
    why = f" ({change.why})" if change.why else ""
    match change.kind:
        case ChangeKind.REMOVED:
            return f"{change.old}"
        case ChangeKind.VALUE_CHANGED:
            now = f"; {change.old} is {change.to} now" if change.to else ""
            return f"{change.old} -> {change.new}{now}"
        case ChangeKind.RETIRED:
            use = f"use {change.to} = {change.new}" if change.to else "nothing replaces it"
            return f"{change.old}, {use}{why}"
        case ChangeKind.RENAMED:
            return f"-> {change.to} = {change.old}{why or ', not retired'}"
        case ChangeKind.ADDED:
            return f"{change.new}"
        case ChangeKind.METADATA_CHANGED:
            return ", ".join(f"{f} {old!r} -> {new!r}" for f, (old, new) in change.fields.items())

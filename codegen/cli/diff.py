"""`diff`: what changed for users since an earlier output, or on the Hub since an earlier lock."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import click
from rich.console import Console
from rich.text import Text

from ..history.compare import Bump, ChangeKind, NameChange, bump_of, compare
from ..history.earlier import find_base, find_lock
from ..history.snapshot import read_output
from ..hub.lock import read_lock
from ..hub.lock_diff import LockChange, compare_locks
from ..project.config import Config
from .families import declared, with_lock
from .rows import print_json
from .words import counted

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

    With --lock, shows what happened on the Hub since an earlier lock. BASE is then a git revision
    or a lock file. Exits 1 if an id that was right is wrong now.
    """
    from ..render.text import draft

    config: Config = ctx.obj
    if of_lock:
        earlier = find_lock(base, config.definitions).entries
        on_hub = list(compare_locks(earlier, read_lock(config.definitions)))
        _print_lock(base, on_hub, style)
        ctx.exit(1 if any(change.is_harmful for change in on_hub) else 0)
    families = declared(config)
    old = find_base(base, config.output)
    changes = compare(old, read_output(draft(with_lock(config, families))))
    if style == "json":
        print_json(_as_json(base, changes))
    elif style == "markdown":
        click.echo("\n".join(_as_markdown(base, changes)))
    else:
        _print(base, changes)
    ctx.exit(1 if bump_of(changes) is Bump.MAJOR else 0)


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
            mark = "**breaking:** " if change.is_breaking else ""
            yield f"| `{change.name}` | {mark}{_in_cell(_description(change))} |"
        if len(rows) > _MANY:
            yield "\n</details>"


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")


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
    count = counted(len(changes), "change")
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


def _print_lock(base: str, changes: Sequence[LockChange], style: str | None) -> None:
    """Print what happened on the Hub."""
    wrong = sum(change.is_harmful for change in changes)
    count = f"{counted(len(changes), 'change')}, {wrong:,} wrong now" if changes else "no change"
    if style == "json":
        print_json({"base": base, "changes": [_lock_row(change) for change in changes]})
    elif style == "markdown":
        click.echo(f"### The Hub since `{base}`: {count}\n")
        if changes:
            click.echo("| id | what |\n|---|---|")
        for change in changes:
            what = _in_cell(", ".join(_lock_texts(change)))
            click.echo(f"| `{change.repo_id}` | {'**wrong now:** ' * change.is_harmful}{what} |")
    else:
        for change in changes:
            sign = "+" if change.old is None else "-" if change.new is None else "*"
            mark = "  (wrong now)" if change.is_harmful else ""
            click.echo(f"  {sign} {change.repo_id}: {', '.join(_lock_texts(change))}{mark}")
        click.echo(f"since {base}: {count}")


def _lock_texts(change: LockChange) -> Iterator[str]:
    """What happened to an id, in short texts."""
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
    """A recorded value; a commit by its first characters."""
    text = "none" if value is None else str(value)
    return text[:7] if name == "sha" else text


def _lock_row(change: LockChange) -> dict[str, object]:
    return {
        "id": change.repo_id,
        "old": change.old,
        "new": change.new,
        "files_added": change.gained,
        "files_removed": change.lost,
        "is_harmful": change.is_harmful,
    }

"""Lost names on the command line: reported, or retired in the definitions."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from ..files import Files
from ..history.earlier import committed
from ..history.guard import Losses, find_losses
from ..models.model import Family
from ..models.retirement import find_unknown_replacements
from ..problem import DefinitionError, Where
from ..project.config import Config
from .words import counted, program

if TYPE_CHECKING:  # planning edits imports black, which a `check` without losses does not need
    from ..history.retire_plan import Edit


def guard(
    config: Config,
    families: Sequence[Family],
    package: Files,
    *,
    use_git: bool,
    base: str | None = None,
    are_renamed: bool = False,
) -> Losses:
    """Compare the families, and the package made from them, with the committed output. Warns if
    none can be read; skips one that equals the package.

    Raises GitError if git cannot tell what is committed, DefinitionError if nothing is lost and a
    retirement names an unknown replacement.
    """
    outputs, reason = committed(config.output, use_git=use_git, base=base, but=package)
    if reason:
        where = Where(config.output, 0)
        click.echo(f"{where}: {reason}; cannot tell whether names are lost.", err=True)
    losses = find_losses(
        families, outputs, renames=lambda: _renames(config), are_renamed=are_renamed
    )
    if not losses and (problems := find_unknown_replacements(families)):
        raise DefinitionError(problems)
    return losses


def _renames(config: Config) -> Mapping[str, str]:
    """What the Hub renamed, according to the lock."""
    from ..hub.lock import read_lock
    from ..hub.verdict import Status

    return {
        repo_id: entry.verdict.canonical
        for repo_id, entry in read_lock(config.definitions).items()
        if entry.verdict.canonical and entry.verdict.status in (Status.RENAMED, Status.WRONG_CASE)
    }


def edits_for(
    config: Config, families: Sequence[Family], losses: Losses, why: str | None = None
) -> "list[Edit]":
    """The edits of the definitions that would retire the lost names today."""
    from ..history.retire_plan import plan

    today = date.today().isoformat()
    return plan(config.definitions, families, losses, since=today, why=why)


def report(config: Config, families: Sequence[Family], losses: Losses) -> None:
    """Print each lost name with its id, and the lines that would retire it."""
    lines = [
        *map(str, losses.names),
        *(
            f"Family.{family.stem.upper()} would vanish: it no longer has a file"
            for family in losses.families
        ),
        f"{counted(len(losses), 'name')} of the committed output would be lost.",
        "Declare what is missing, or retire it by writing,",
        *map(str, edits_for(config, families, losses)),
        f"To let hubenum write it: {program()} generate --retire",
    ]
    click.echo("\n".join(lines), err=True)


def report_retired(edits: "Sequence[Edit]") -> None:
    """Print how many names each edit retired."""
    for edit in edits:
        what = ["the family"] if edit.summary is not None else []
        what += [counted(len(edit.entries), "name")] if edit.entries else []
        click.echo(f"{edit.path.name}: retired {' and '.join(what)}")

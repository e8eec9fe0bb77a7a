"""Lost names on the command line: reported, or retired in the definitions."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..history.earlier import committed
from ..history.git import GitError
from ..history.guard import Losses, find_losses
from ..models.expand import read
from ..models.model import Family
from ..models.retirement import find_unknown_replacements
from ..problem import DefinitionError, Problem, Where
from ..project.config import Config

if TYPE_CHECKING:  # planning edits imports black, which a `check` without losses does not need
    from ..history.retire_plan import Edit

Families = tuple[Family, ...]


def read_families(config: Config) -> Families:
    """The families that the definitions declare. Raises DefinitionError.

    An unknown replacement is not an error here: `guard` reports the loss instead.
    """
    return read(*config.folders, originals=config.originals, unknown_replacements=True)


def guard(
    config: Config,
    families: Families,
    *,
    use_git: bool = True,
    base: str | None = None,
    are_renamed: bool = False,
) -> Losses:
    """Compare the families with the committed output; warn if there is none to be read.

    Raises DefinitionError if git cannot tell what is committed, or if nothing is lost and a
    retirement names an unknown replacement.
    """
    try:
        outputs, reason = committed(config.output, use_git=use_git, base=base)
    except GitError as error:
        raise git_problem(config, error) from None
    if reason:
        click.echo(f"{config.output.name}: {reason}; cannot tell whether names are lost.", err=True)
    losses = find_losses(
        families, outputs, renames=lambda: _renames(config), are_renamed=are_renamed
    )
    if not losses and (problems := find_unknown_replacements(families)):
        raise DefinitionError(problems)
    return losses


def git_problem(config: Config, error: GitError) -> DefinitionError:
    """What to print if git cannot tell what is committed of the output."""
    problem = f"cannot tell whether names are lost: {error}"
    cure = (
        "Let git read this repository (`git status` must work here), or compare with the files in"
        f" the folder: {program()} check --no-git"
    )
    return DefinitionError([Problem(Where(config.output, 0), "", "", problem, cure)])


def _renames(config: Config) -> Mapping[str, str]:
    """What the Hub renamed, according to the lock."""
    from ..hub.lock import read_lock
    from ..hub.verdict import Status

    is_renamed = (Status.RENAMED, Status.WRONG_CASE)
    verdicts = {repo_id: entry.verdict for repo_id, entry in read_lock(config.definitions).items()}
    return {
        repo_id: verdict.canonical
        for repo_id, verdict in verdicts.items()
        if verdict.canonical and verdict.status in is_renamed
    }


def edits_for(
    config: Config, families: Families, losses: Losses, why: str | None = None
) -> "list[Edit]":
    """The edits of the definitions that would retire the lost names today."""
    from ..history.retire_plan import plan

    today = date.today().isoformat()
    return plan(config.definitions, families, losses, since=today, why=why)


def report(config: Config, families: Families, losses: Losses) -> None:
    """Print each lost name with its id, and the lines that would retire it."""
    for name in losses.names:
        click.echo(str(name), err=True)
    for family in losses.families:
        click.echo(f"Family.{family.stem.upper()} would vanish: it no longer has a file", err=True)
    count = f"{len(losses):,} name{'s'[: len(losses) != 1]}"
    click.echo(f"{count} of the committed output would be lost.", err=True)
    click.echo("Declare what is missing, or retire it by writing,", err=True)
    for edit in edits_for(config, families, losses):
        click.echo(str(edit), err=True)
    click.echo(f"To let hubenum write it: {program()} generate --retire", err=True)


def program() -> str:
    """The name of this program, as it was run."""
    program = Path(sys.argv[0])
    if "hubenum" not in (program.stem, program.parent.name):
        return "python -m codegen"
    return "hubenum" if program.stem == "hubenum" else "python -m hubenum"


def report_retired(edits: "Sequence[Edit]") -> None:
    """Print how many names each edit retired."""
    for edit in edits:
        count = len(edit.entries)
        what = "the family" if edit.summary is not None else ""
        names = f"{count:,} name{'s'[: count != 1]}" if count else ""
        click.echo(f"{edit.path.name}: retired {' and '.join(filter(None, (what, names)))}")

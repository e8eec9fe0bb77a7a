"""The guard at the command line: lost names stop `generate` and `check`, or are retired."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from ..history.earlier import committed
from ..history.guard import Lost, LostFamily, find_lost
from ..history.retire_plan import Edit, apply, plan, restore
from ..models.expand import read
from ..models.model import Family
from ..models.retirement import find_dangling
from ..problem import DefinitionError
from ..project.config import Config


@dataclass(frozen=True, slots=True)
class Guarded:
    """What the definitions declare, and what of the committed output that would lose."""

    families: tuple[Family, ...]
    lost: Sequence[Lost]
    gone: Sequence[LostFamily]

    @property
    def is_safe(self) -> bool:
        """Whether nothing would be lost."""
        return not self.lost and not self.gone

    def edits(self, config: Config, why: str | None = None) -> list[Edit]:
        """What would retire it."""
        today = date.today().isoformat()
        return plan(
            config.definitions, self.families, self.lost, self.gone, since=today, why=why
        )  # fmt: skip


def guard(config: Config) -> Guarded:
    """Read the definitions and look for names that they lose; say so where that cannot be told.

    Raises DefinitionError for mistakes in the definitions.
    """
    families = read(*config.folders, originals=config.originals, dangling=True)
    snapshots, reason = committed(config.output)
    if reason:
        click.echo(f"{config.output.name}: {reason}; cannot tell whether names are lost.", err=True)
    guarded = Guarded(families, *find_lost(families, snapshots))
    dangling = find_dangling(families) if guarded.is_safe else []
    if dangling:
        raise DefinitionError(dangling)
    return guarded


def report(config: Config, guarded: Guarded) -> None:
    """Print each lost name with its id, and the lines that would retire it."""
    for name in guarded.lost:
        click.echo(str(name), err=True)
    for family in guarded.gone:
        click.echo(f"Family.{family.stem.upper()} would vanish: it has no file any more", err=True)
    count = len(guarded.lost) + len(guarded.gone)
    click.echo(
        f"{count:,} name{'s'[: count != 1]} of the committed output would be lost.", err=True
    )
    click.echo("Declare what is missing, or retire it by writing,", err=True)
    for edit in guarded.edits(config):
        click.echo(str(edit), err=True)
    click.echo(f"To have that written: {program()} generate --retire", err=True)


def program() -> str:
    """What to type to run this program again, as it was run now."""
    return "hubenum" if Path(sys.argv[0]).stem == "hubenum" else "python -m codegen"


def retire(config: Config, guarded: Guarded, why: str | None) -> Guarded:
    """Write what retires the lost names into their definitions, and read those again.

    Raises DefinitionError, with everything as it was, where that does not settle it.
    """
    edits = guarded.edits(config, why)
    before = apply(edits)
    try:
        settled = guard(config)
    except BaseException:
        restore(before)
        raise
    for edit in edits:
        count = len(edit.entries)
        what = "the family" if edit.summary is not None else ""
        names = f"{count:,} name{'s'[: count != 1]}" if count else ""
        click.echo(f"{edit.path.name}: retired {' and '.join(filter(None, (what, names)))}")
    return settled

"""`verify --fix`: definitions corrected so that ids are spelled as on the Hub."""

from collections.abc import Sequence

import click

from ..edit.draft import Draft, families_of, read_drafts, write
from ..edit.source import UneditableError
from ..history.earlier import committed
from ..history.git import GitError
from ..history.guard import find_losses
from ..hub.verdict import Status
from ..hub.verify import CheckedModel
from ..problem import DefinitionError, Where
from ..project.config import Config
from ..sync.renames import Fixed, fix
from ..sync.report import difference
from .words import counted, program


def fix_definitions(config: Config, findings: Sequence[CheckedModel]) -> set[str]:
    """Rewrite the definitions of renamed ids and of ids in the wrong letter case, where changing
    literals is enough. Prints the diffs, and why other ids stay. Returns the corrected ids.

    Raises DefinitionError for mistakes in the definitions.
    """
    drafts = read_drafts(*config.folders)
    wrong = {
        finding.model.repo_id: finding.verdict.canonical
        for finding in findings
        if finding.verdict.status in (Status.WRONG_CASE, Status.RENAMED)
        and finding.verdict.canonical
    }
    fixed = fix(wrong, drafts)
    solved = _write(fixed, drafts)
    for one in fixed.unsolved:
        place = Where(drafts[one.stem].definition.path, 0)
        click.echo(f"{place}: not fixed: {one.repo_id} -> {one.canonical}: {one.why}", err=True)
    for finding in findings:
        if finding.verdict.status is Status.TAKEN_OVER:
            text = f"{finding.model.repo_id} is another repository now: check it by hand"
            click.echo(f"{finding.model.where}: not fixed: {text}", err=True)
    if solved:
        _announce_lost_names(config, {**drafts, **fixed.drafts})
    return solved


def _write(fixed: Fixed, drafts: dict[str, Draft]) -> set[str]:
    current, solved = dict(drafts), set(fixed.solved)
    for stem, draft in fixed.drafts.items():
        place = Where(draft.definition.path, 0)
        try:
            families_of({**current, stem: draft})
            write(draft, drafts[stem])
        except (UneditableError, DefinitionError) as error:
            click.echo(f"{place}: not changed: {error}", err=True)
            solved -= drafts[stem].models.keys()
        else:
            current[stem] = draft
            click.echo(difference(drafts[stem], draft), nl=False)
            click.echo(f"wrote {place}", err=True)
    return solved


def _announce_lost_names(config: Config, drafts: dict[str, Draft]) -> None:
    """Print how many constants will change their id or disappear, and what to run next."""
    try:
        outputs, _ = committed(config.output)
    except GitError:  # `generate` says so
        return
    if lost := find_losses(families_of(drafts), outputs).names:
        what = f"{counted(len(lost), 'name')} in use will carry another id or be gone"
        click.echo(f"{what}. Next: {program()} generate --retire --renamed", err=True)

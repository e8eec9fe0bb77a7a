"""`hubenum sync`: uploads that no definition declares, and the edits that would declare them."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial

import click

from ..edit.draft import Drafts, check_the_rest, read_drafts, write
from ..edit.source import UneditableError
from ..problem import Where
from ..project.config import Config
from ..sync.plan import Plan, Scope, plan
from ..sync.report import report
from ..sync.upload import Upload
from .families import families_argument, stems
from .network import limits, list_repos, max_wait_option, notify
from .rows import print_json

_EXPAND = ("tags", "createdAt", "private", "disabled")
"""The properties of an upload that a plan depends on."""


@click.command(name="sync")
@families_argument
@click.option("--write", "writes", is_flag=True, help="Make the edits in the definitions.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
@click.option("--private", is_flag=True, help="Include private and disabled uploads.")
@click.option("--new-families", is_flag=True, help="With --write: also add files for new families.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only uploads made on this day or later, in UTC: 2026-11-25.",
)
@max_wait_option
@click.pass_context
def sync(  # long: every option is a parameter
    ctx: click.Context,
    *,
    families: tuple[str, ...],
    writes: bool,
    as_json: bool,
    private: bool,
    new_families: bool,
    since: date | None,
    max_wait: int,
) -> None:
    """Find uploads on the Hub that no definition declares. Name families to look only at those.

    Prints the smallest edits that would declare them, and the declared uploads that are no longer
    listed. Exits 1 if there are any; with --write, only if something is left to do by hand. Exits
    2, and changes nothing, if the Hub did not list all uploads.

    \b
    Examples:
      hubenum sync
      hubenum sync qwen gemma
      hubenum sync --write
    """
    config: Config = ctx.obj
    drafts = read_drafts(*config.folders)
    chosen = families or stems(config, config.sync_families)
    day = f"{since:%Y-%m-%d}" if since else ""
    scope = Scope(chosen, day, private, config.sync_ignore, new_families)
    own = [d for stem, d in drafts.items() if d.is_own and (not chosen or stem in chosen)]
    owners = sorted({owner for draft in own for owner in draft.uploaders})
    uploads = [
        Upload(
            row.id,
            row.tags,
            f"{row.created_at:%Y-%m-%d}" if row.created_at else "",
            bool(row.private),
            bool(row.disabled),
        )
        for row in list_repos(owners, _EXPAND, max_wait, "nothing was changed")
    ]
    planned = plan(uploads, drafts, scope, partial(_ask, max_wait))
    refused = _write(planned, drafts) if writes else {}
    if as_json:
        print_json(_json(planned, writes, refused))
    else:
        for line in report(planned, drafts):
            click.echo(line)
        if writes:
            _print_written(planned, refused)
    is_done = writes and not (planned.by_hand or planned.gone or refused)
    ctx.exit(0 if planned.is_empty or is_done else 1)


def _ask(max_wait: int, ids: Collection[str]) -> Mapping[str, str | None]:
    """The Hub's current names of these ids, None for a missing one. Leaves out ids without an
    answer."""
    from ..hub.ask import HubError, ask
    from ..hub.verdict import Status

    try:
        verdicts = ask(ids, notify=notify, limits=limits(max_wait))
    except HubError:
        return {}
    known = {i: v for i, v in verdicts.items() if v.status is not Status.UNKNOWN}
    return {i: None if v.status is Status.MISSING else v.canonical for i, v in known.items()}


def _write(planned: Plan, drafts: Drafts) -> dict[str, str]:
    """Write each family that the plan changes. Returns why some could not be written."""
    refused: dict[str, str] = {}
    current = dict(drafts)
    for stem, draft in planned.drafts.items():
        try:
            check_the_rest(current, draft)
            write(draft, drafts.get(stem))
        except UneditableError as error:
            refused[stem] = str(error)
        else:
            current[stem] = draft
    return refused


def _print_written(planned: Plan, refused: Mapping[str, str]) -> None:
    for stem, draft in planned.drafts.items():
        if stem in refused:
            click.echo(f"{stem} was not changed: {refused[stem]}", err=True)
        else:
            click.echo(f"wrote {Where(draft.definition.path, 0)}", err=True)


def _json(planned: Plan, writes: bool, refused: Mapping[str, str]) -> dict[str, object]:
    return {
        "additions": [
            {
                "family": a.stem,
                "definition": a.definition,
                "kind": a.kind,
                "what": a.what,
                "uploads": list(a.uploads),
                "originals": list(a.originals),
                "written": writes and a.stem not in refused,
            }
            for a in planned.additions
        ],
        "by_hand": [
            {
                "id": one.repo_id,
                "family": one.stem,
                "bases": list(one.upload.bases),
                "why": one.why,
                "write": one.write,
            }
            for one in planned.by_hand
        ],
        "gone": list(planned.gone),
        "skipped": dict(planned.skipped),
        "refused": dict(refused),
    }

"""`hubenum sync`: uploads that no definition declares, and the edits that would declare them."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial

import click

from ..edit.draft import Drafts, check_the_rest, read_drafts, write
from ..edit.text import UneditableError
from ..problem import Where
from ..project.config import Config
from ..sync.plan import Plan, Scope, plan
from ..sync.report import report
from ..sync.upload import Upload
from .completion import complete_family
from .network import limits, max_wait_option, notify, notify_all
from .rows import print_json, status_line
from .suggest import no_such


@click.command(name="sync")
@click.argument("families", nargs=-1, metavar="[FAMILY]...", shell_complete=complete_family)
@click.option("--write", "writes", is_flag=True, help="Make the edits in the definitions.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
@click.option("--private", is_flag=True, help="Private and disabled uploads too.")
@click.option(
    "--new-families", is_flag=True, help="With --write, add files for families that are new."
)
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
    """List the uploads on the Hub that no definition declares, with the smallest edit that would
    declare each, and the declared ones that are gone.

    Exits 1 if there are any (with --write: if any are left), 2 if the Hub did not list all
    uploads: then nothing is changed.

    \b
    Examples:
      hubenum sync
      hubenum sync qwen gemma
      hubenum sync --write
    """
    config: Config = ctx.obj
    drafts = read_drafts(*config.folders)
    stems = [name.casefold().replace("-", "_") for name in families] or list(config.sync_families)
    if unknown := [name for name in stems if name not in drafts]:
        raise click.UsageError(no_such("family", unknown[0], sorted(drafts)))
    day = f"{since:%Y-%m-%d}" if since else ""
    scope = Scope(stems, day, private, config.sync_ignore, new_families)
    uploads = _listed(ctx, drafts, stems, max_wait)
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
    """What the Hub calls these ids now; without those that it could not be asked about."""
    from ..hub.ask import HubError, ask
    from ..hub.verdict import Status

    try:
        verdicts = ask(ids, notify=notify, limits=limits(max_wait))
    except HubError:
        return {}
    known = {i: v for i, v in verdicts.items() if v.status is not Status.UNKNOWN}
    return {i: None if v.status is Status.MISSING else v.canonical for i, v in known.items()}


def _listed(
    ctx: click.Context, drafts: Drafts, stems: Collection[str], max_wait: int
) -> list[Upload]:
    """All uploads of everybody whose uploads these families declare. Exits 2 if the Hub does not
    list them all."""
    from ..hub.ask import list_uploads, shorten

    own = [draft for stem, draft in drafts.items() if draft.is_own and (not stems or stem in stems)]
    uploads: list[Upload] = []
    for owner in sorted({owner for draft in own for owner in draft.uploaders}):
        with status_line() as show:
            listing = list_uploads(
                owner,
                expand=["tags", "createdAt", "private", "disabled"],
                progress=lambda count, owner=owner: show(f"{owner}: {count:,} listed"),  # type: ignore[misc]
                notify=notify,
                limits=limits(max_wait),
            )
            notify_all(shorten(listing.oddities))
        reason = "" if listing.complete else f"is incomplete ({listing.reason})"
        if listing.complete and not listing.rows:
            reason = "is empty; is that how the Hub spells the name?"
        if reason:
            click.echo(f"The listing of {owner} {reason}", err=True)
            click.echo("Nothing was compared, and nothing was changed.", err=True)
            ctx.exit(2)
        uploads += [
            Upload(
                row.id,
                row.tags,
                f"{row.created_at:%Y-%m-%d}" if row.created_at else "",
                bool(row.private),
                bool(row.disabled),
            )
            for row in listing.rows
        ]
    return uploads


def _write(planned: Plan, drafts: Drafts) -> dict[str, str]:
    """Write each family that the plan changes; why not, by family, if one stays as it is."""
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
                "bases": list(one.bases),
                "why": one.why,
                "write": one.write,
            }
            for one in planned.by_hand
        ],
        "gone": list(planned.gone),
        "skipped": dict(planned.skipped),
        "refused": dict(refused),
    }

"""`hubenum sync`: uploads that no definition declares, and the edits that would declare them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import click

from ..edit.draft import Drafts, families_of, read_drafts, write
from ..edit.text import UneditableError
from ..problem import DefinitionError, Where
from ..project.config import Config
from ..sync.plan import Plan, plan, select
from ..sync.report import told
from ..sync.upload import Upload
from .completion import complete_family
from .network import limits, max_wait_option, notify, notify_all
from .rows import print_json, status_line
from .suggest import no_such


@click.command(name="sync")
@click.argument("families", nargs=-1, metavar="[FAMILY]...", shell_complete=complete_family)
@click.option("--write", "writes", is_flag=True, help="Make the edits in the definitions.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only uploads that were made on this day or later, in UTC: 2026-11-25.",
)
@max_wait_option
@click.pass_context
def sync(
    ctx: click.Context,
    *,
    families: tuple[str, ...],
    writes: bool,
    as_json: bool,
    since: date | None,
    max_wait: int,
) -> None:
    """List the uploads on the Hub that no definition declares, with the smallest edit that would
    declare each, and the declared ones that are gone.

    Exits 1 if there are any (with --write: if any are left), 2 if the Hub did not list all
    uploads: then nothing is changed.
    """
    config: Config = ctx.obj
    drafts = read_drafts(*config.folders)
    uploads = _listed(ctx, drafts, max_wait)
    day = f"{since:%Y-%m-%d}" if since else ""
    chosen = [name.casefold().replace("-", "_") for name in families]
    if unknown := [name for name in chosen if name not in drafts]:
        raise click.UsageError(no_such("family", unknown[0], sorted(drafts)))
    found = select(plan(uploads, drafts, since=day), chosen)
    refused = _write(found, drafts) if writes else {}
    if as_json:
        print_json(_json(found, writes, refused))
    else:
        for line in told(found, drafts):
            click.echo(line)
        if writes:
            _print_written(found, refused)
    is_settled = writes and not (found.left or found.gone or refused)
    ctx.exit(0 if found.is_empty or is_settled else 1)


def _listed(ctx: click.Context, drafts: Drafts, max_wait: int) -> list[Upload]:
    """All uploads of everybody whose uploads the definitions declare. Exits 2 where the Hub does
    not list them all."""
    from ..hub.ask import list_uploads, shorten

    owners = sorted(
        {owner for draft in drafts.values() if draft.is_own for owner in draft.uploaders}
    )
    uploads: list[Upload] = []
    for owner in owners:
        with status_line() as tell:
            listing = list_uploads(
                owner,
                expand=["createdAt", "disabled", "private", "tags"],
                progress=partial(_tell, tell, owner),
                notify=notify,
                limits=limits(max_wait),
            )
            notify_all(shorten(listing.oddities))
        reason = ""
        if not listing.complete:
            reason = f"is incomplete ({listing.reason})"
        elif not listing.rows:
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
            )
            for row in listing.rows
        ]
    return uploads


def _tell(tell: Callable[[str], None], owner: str, count: int) -> None:
    tell(f"{owner}: {count:,} listed")


def _write(found: Plan, drafts: Drafts) -> dict[str, str]:
    """Write each family that the plan changes; why not, by family, where one is left as it is."""
    refused: dict[str, str] = {}
    current = dict(drafts)
    for stem, draft in found.drafts.items():
        try:
            families_of({**current, stem: draft})
            write(draft, drafts[stem])
        except (UneditableError, DefinitionError) as error:
            refused[stem] = str(error)
        else:
            current[stem] = draft
    return refused


def _print_written(found: Plan, refused: Mapping[str, str]) -> None:
    for stem, draft in found.drafts.items():
        if stem in refused:
            click.echo(f"left {stem} as it is: {refused[stem]}", err=True)
        else:
            click.echo(f"wrote {Where(draft.definition.path, 0)}", err=True)


def _json(found: Plan, writes: bool, refused: Mapping[str, str]) -> dict[str, object]:
    return {
        "additions": [
            {
                "family": a.stem,
                "definition": a.definition,
                "kind": a.kind,
                "what": a.what,
                "uploads": list(a.uploads),
                "originals": list(a.originals),
                "unconfirmed": list(a.unconfirmed),
                "written": writes and a.stem not in refused,
            }
            for a in found.additions
        ],
        "by_hand": [
            {
                "id": one.repo_id,
                "family": one.stem,
                "bases": list(one.bases),
                "why": one.why,
                "write": one.write,
            }
            for one in found.left
        ],
        "gone": list(found.gone),
        "refused": dict(refused),
    }

"""`hubenum sync`: uploads that no definition declares, and the edits that would declare them."""

import difflib
from collections.abc import Mapping
from datetime import date

import click

from .cli_complete import complete_family
from .cli_rows import print_json, telling
from .config import Config
from .edit import UneditableError
from .problem import DefinitionError, Where
from .scratch import Draft, Drafts, confirm, read_drafts, write
from .sync import Addition, Left, Plan, plan, select
from .upload import Upload


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
@click.pass_context
def sync(
    ctx: click.Context,
    *,
    families: tuple[str, ...],
    writes: bool,
    as_json: bool,
    since: date | None,
) -> None:
    """List the uploads on the Hub that no definition declares, with the smallest edit that would
    declare each, and the declared ones that are gone.

    Exits 1 if there are any, 2 if the Hub did not list all uploads: then nothing is changed.
    """
    config: Config = ctx.obj
    drafts = read_drafts(config.definitions, config.uploader)
    uploads = _listed(ctx, drafts)
    day = f"{since:%Y-%m-%d}" if since else ""
    chosen = [name.casefold().replace("-", "_") for name in families]
    if unknown := [name for name in chosen if name not in drafts]:
        near = difflib.get_close_matches(unknown[0], drafts, 3, 0.5) or sorted(drafts)
        raise click.UsageError(f"no family {unknown[0]!r}; there is: {', '.join(near)}")
    found = select(plan(uploads, drafts, since=day), chosen)
    refused = _write(found, drafts) if writes else {}
    if as_json:
        print_json(_json(found, writes, refused))
    else:
        _print(found, drafts)
        if writes:
            _print_written(found, refused)
    ctx.exit(0 if found.is_empty else 1)


def _listed(ctx: click.Context, drafts: Drafts) -> list[Upload]:
    """All uploads of everybody whose uploads the definitions declare. Exits 2 where the Hub does
    not list them all."""
    from .hub import list_uploads

    owners = sorted({owner for draft in drafts.values() for owner in draft.uploaders})
    uploads: list[Upload] = []
    for owner in owners:
        with telling() as tell:
            listing = list_uploads(
                owner,
                expand=["tags", "createdAt"],
                progress=lambda count, owner=owner: tell(f"{owner}: {count:,} listed"),
            )
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
                tuple(row.tags or ()),
                f"{row.created_at:%Y-%m-%d}" if row.created_at else "",
            )
            for row in listing.rows
        ]
    return uploads


def _write(found: Plan, drafts: Drafts) -> dict[str, str]:
    """Write each family that the plan changes; why not, by family, where one is left as it is."""
    refused: dict[str, str] = {}
    current = dict(drafts)
    for stem, draft in found.drafts.items():
        try:
            confirm({**current, stem: draft})
            write(draft, drafts[stem])
        except (UneditableError, DefinitionError) as error:
            refused[stem] = str(error)
        else:
            current[stem] = draft
    return refused


def _print(found: Plan, drafts: Drafts) -> None:
    stems = dict.fromkeys(
        [*(a.stem for a in found.additions), *(one.stem or "" for one in found.left)]
    )
    for stem in sorted(stems, key=lambda stem: (not stem, stem)):
        click.echo(str(Where(drafts[stem].definition.path, 0)) if stem else "of no family")
        for addition in (a for a in found.additions if a.stem == stem):
            _print_addition(addition)
        for left in (one for one in found.left if (one.stem or "") == stem):
            _print_left(left)
        if stem in found.drafts:
            click.echo(difference(drafts[stem], found.drafts[stem]))
    if found.gone:
        click.echo("declared, and not listed any more (nothing is removed because of one miss)")
        for repo_id in found.gone:
            click.echo(f"  - {repo_id}")
    click.echo(_counted(found))


def _print_addition(addition: Addition) -> None:
    click.echo(f"  {addition.definition}: {addition.what}")
    for repo_id in addition.uploads:
        click.echo(f"    + {repo_id}")
    for repo_id in addition.originals:
        doubt = ", which the tags on the Hub do not name" if repo_id in addition.unconfirmed else ""
        click.echo(f"    + {repo_id} (original{doubt})")


def _print_left(left: Left) -> None:
    bases = f" (from {', '.join(left.bases)})" if left.bases else ""
    click.echo(f"  ? {left.repo_id}{bases}: {left.why}")
    click.echo(f"      {left.write}")


def _print_written(found: Plan, refused: Mapping[str, str]) -> None:
    for stem, draft in found.drafts.items():
        if stem in refused:
            click.echo(f"left {stem} as it is: {refused[stem]}", err=True)
        else:
            click.echo(f"wrote {Where(draft.definition.path, 0)}", err=True)


def difference(before: Draft, after: Draft) -> str:
    """What an edit changes in a file, as a unified diff."""
    name = Where(before.definition.path, 0)
    lines = difflib.unified_diff(
        before.text.splitlines(keepends=True),
        after.text.splitlines(keepends=True),
        str(name),
        str(name),
        n=1,
    )
    return "".join(lines)


def _counted(found: Plan) -> str:
    """The last line: how much there is of what."""
    counts = [
        (sum(len(a.uploads) for a in found.additions), "to declare"),
        (len(found.left), "to be declared by hand"),
        (len(found.gone), "gone"),
    ]
    told = ", ".join(f"{count:,} {what}" for count, what in counts if count)
    return told or "Definitions and uploads agree."


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

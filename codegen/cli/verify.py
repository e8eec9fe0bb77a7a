"""`hubenum verify`: what the Hub says of every declared id."""

import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from difflib import get_close_matches

import click

from ..hub.lock import LOCK, Lock, read_lock, updated, write_lock
from ..hub.verdict import Kind, Verdict
from ..hub.verify import Finding, Report, make_report, verify
from ..models.model import Family, Model
from ..project.config import Config
from .completion import complete_family, declared
from .rows import console, print_json, speaks_unicode

_MARKS = {True: ("✓", "✗", "?"), False: ("+", "x", "?")}
"""Fine, wrong, not known; in ASCII where the console can show no others."""

_SAID = {
    Kind.OK: "",
    Kind.GATED: "gated",
    Kind.WRONG_CASE: "wrong case, write {0.canonical}",
    Kind.RENAMED: "renamed to {0.canonical}",
    Kind.DISABLED: "disabled",
    Kind.MISSING: "missing",
    Kind.UNKNOWN: "not verified, {0.reason}",
}


@click.command(name="verify")
@click.argument("families", nargs=-1, metavar="[FAMILY]...", shell_complete=complete_family)
@click.option("--record", is_flag=True, help=f"Write what the Hub says to {LOCK}.")
@click.option("--offline", is_flag=True, help="Say what the lock says, and ask nobody.")
@click.option("--fix", "fixes", is_flag=True, help="Rewrite definitions of wrong ids.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
@click.pass_context
def verify_command(
    ctx: click.Context,
    *,
    families: tuple[str, ...],
    record: bool,
    offline: bool,
    fixes: bool,
    as_json: bool,
) -> None:
    """Ask the Hub about every declared id, of some families or of all.

    Exits 1 if a definition is to be changed: an id in the wrong letter case, renamed, disabled or
    missing; with --fix only if one is left. Exits 2, with nothing recorded or fixed, if of any id
    nothing could be found out.
    """
    config: Config = ctx.obj
    if record and offline:
        raise click.UsageError("--record asks the Hub, and --offline does not")
    every = declared(config)
    models = [m for family in _chosen(every, families) for m in family.models]
    ids = [m.repo_id for family in every for m in family.models]
    lock = read_lock(config.definitions)
    report = _replay(ctx, config, models, ids, lock) if offline else _ask(ctx, models, ids, lock)
    reasons = {finding.verdict.reason for finding in report.unknown}
    asked = len(report.findings)
    if not as_json and not offline and len(report.unknown) == asked > 1 and len(reasons) == 1:
        told = f"The Hub could not be asked about any of {asked:,} models: {reasons.pop()}."
        click.echo(told, err=True)
        ctx.exit(2)
    print_json(_json(report)) if as_json else _print(report)
    if report.unknown:
        told = f"{len(report.unknown):,} of {len(report.findings):,} not verified"
        click.echo(f"{told}; nothing was recorded." if record else f"{told}.", err=True)
        ctx.exit(2)
    if record:
        _record(config, updated(lock, report.verdicts, ids, _today()))
    left = {finding.model.repo_id for finding in report.wrong}
    if fixes and left:
        from .fix import put_right

        left -= put_right(config, report.wrong)
    ctx.exit(1 if left else 0)


def _chosen(families: Sequence[Family], names: Sequence[str]) -> Sequence[Family]:
    """The families of these names, in their own order; all without names."""
    stems = [family.stem for family in families]
    wanted = {name: name.casefold().replace("-", "_") for name in names}
    for name, stem in wanted.items():
        if stem not in stems:
            near = get_close_matches(stem, stems, 3, 0.5) or stems
            raise click.UsageError(f"no family {name!r}; there is: {', '.join(near)}")
    return [family for family in families if not names or family.stem in wanted.values()]


def _ask(ctx: click.Context, models: Sequence[Model], ids: Sequence[str], lock: Lock) -> Report:
    """The report that the Hub gives."""
    from ..hub.client import HubError  # which imports huggingface_hub: offline goes without

    recorded = {repo_id: entry.verdict for repo_id, entry in lock.items()}
    try:
        with _watching(len(models)) as (progress, say):
            return verify(models, declared=ids, recorded=recorded, progress=progress, say=say)
    except HubError as error:
        click.echo(str(error), err=True)
        ctx.exit(2)


def _replay(
    ctx: click.Context, config: Config, models: Sequence[Model], ids: Sequence[str], lock: Lock
) -> Report:
    """The report that the lock gives, and how old it is."""
    if not lock:
        path = config.definitions / LOCK
        click.echo(f"{path}: no such lock; make it with `hubenum verify --record`.", err=True)
        ctx.exit(2)
    lacking = Verdict(kind=Kind.UNKNOWN, reason="not in the lock")
    verdicts = {i: lock[i].verdict if i in lock else lacking for i in ids}
    days = sorted({lock[m.repo_id].verified for m in models if m.repo_id in lock})
    if days:
        first, last = days[0], days[-1]
        age = (_today() - first).days
        when = f"{first}" if first == last else f"{first} to {last}"
        click.echo(f"From the lock of {when}, {age:,} day{'s'[: age != 1]} ago.", err=True)
    return make_report(models, verdicts, declared=ids)


def _record(config: Config, lock: Lock) -> None:
    path = config.definitions / LOCK
    what = "wrote" if write_lock(config.definitions, lock) else "nothing to write to"
    click.echo(f"{what} {path}", err=True)


def _today() -> date:
    return datetime.now(UTC).date()


@contextmanager
def _watching(
    total: int,
) -> Generator[tuple[Callable[[int], None], Callable[[str], None]]]:
    """What is to be told of progress and of waits: a bar on a terminal, else lines for waits."""
    if not sys.stderr.isatty():
        yield (lambda _: None), (lambda text: click.echo(text, err=True))
        return
    from rich.progress import Progress

    with Progress(console=console(error=True), transient=True) as bar:
        task = bar.add_task("Asking the Hub", total=total)
        yield (lambda done: bar.update(task, completed=done)), bar.console.print


def _print(report: Report) -> None:
    marks = _MARKS[speaks_unicode()]
    for finding in report.findings:
        kind = finding.verdict.kind
        mark = marks[1 if finding.is_wrong else 2 if kind is Kind.UNKNOWN else 0]
        place = f" ({finding.model.where})" if finding.is_wrong else ""
        click.echo(f"{mark} {finding.model.repo_id}{_told(finding)}{place}")
    counted = ", ".join(f"{number:,} {kind}" for kind, number in report.counts.items())
    number = len(report.findings)
    click.echo(f"{number:,} model{'s'[: number != 1]}: {counted or 'nothing to ask'}")


def _told(finding: Finding) -> str:
    """What there is to say of an id, after it."""
    verdict = finding.verdict
    notes = [_SAID[verdict.kind].format(verdict)]
    if verdict.kind is Kind.MISSING and verdict.reason:
        notes = [f"missing or private ({verdict.reason})"]
    elif verdict.kind is Kind.GATED and verdict.gated:
        notes = [f"gated ({verdict.gated})"]
    elif verdict.kind is not Kind.UNKNOWN:
        notes.append(verdict.reason)
    notes.append("which is declared already" if finding.is_declared else "")
    notes.append("another repository than the one recorded" if verdict.is_other else "")
    told = ", ".join(filter(None, notes))
    return f": {told}" if told else ""


def _json(report: Report) -> dict[str, object]:
    return {
        "models": [_row(finding) for finding in report.findings],
        "counts": {str(kind): number for kind, number in report.counts.items()},
    }


def _row(finding: Finding) -> dict[str, object]:
    verdict, model = finding.verdict, finding.model
    return {
        "id": model.repo_id,
        "constant": model.constant,
        "family": model.family,
        "verdict": str(verdict.kind),
        "canonical": verdict.canonical,
        "declared": finding.is_declared,
        "other": verdict.is_other,
        "hub_id": verdict.hub_id,
        "gated": verdict.gated,
        "license": verdict.license,
        "created": verdict.created and verdict.created.isoformat(),
        "last_modified": verdict.last_modified and verdict.last_modified.isoformat(),
        "reason": verdict.reason,
        "where": str(model.where),
    }

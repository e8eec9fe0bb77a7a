"""`hubenum verify`: what became of every declared id on the Hub."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from difflib import get_close_matches

import click

from ..hub.contradictions import Contradiction, contradictions
from ..hub.lock import LOCK, Lock, read_lock_file
from ..hub.verdict import Status, Verdict
from ..hub.verify import CheckedModel, VerifyReport, make_report
from ..models.model import Model
from ..problem import Undecided
from ..project.config import Config, require_project
from .asking import Run, ask_hub, today
from .completion import complete_model
from .families import declared, families_argument
from .network import max_wait_option
from .rows import print_json, speaks_unicode
from .words import counted

_MARKS = {True: ("✓", "✗", "·"), False: ("+", "x", "-")}
"""Fine, wrong, a note; in ASCII where the console shows no others."""

_TEXTS = {
    Status.WRONG_CASE: "wrong case, write {0.canonical}",
    Status.RENAMED: "renamed to {0.canonical}",
    Status.TAKEN_OVER: "taken over: another repository than the one recorded",
    Status.MISSING: "missing",
    Status.UNKNOWN: "not verified, {0.reason}",
}
"""The text after an id. Notes on the repo, such as "gated", follow."""

_COMPARED = ("fact", "declared", "hub", "text", "cure", "is_note")
"""What `--json` prints of a contradiction."""

_RECORDED = ("sha", "pipeline_tag", "base_models", "parameters", "architecture", "context_length")
"""What `--json` prints of the contents of a repo, besides its files."""


@click.command(name="verify")
@families_argument
@click.option("-v", "--verbose", is_flag=True, help="Also list the ids that are fine.")
@click.option("--record", is_flag=True, help=f"Save the Hub's answers in {LOCK}.")
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="ID",
    shell_complete=complete_model,
    help="With --record: accept the repository that has taken over this id. Repeatable.",
)
@click.option("--offline", is_flag=True, help="Use the lock; make no requests.")
@click.option(
    "--facts", "has_facts", is_flag=True, help="Also compare the declared facts with the repos."
)
@click.option("--fix", "fixes", is_flag=True, help="Correct wrong ids in the definitions.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
@max_wait_option
@click.pass_context
def verify_command(  # long: half of it is one parameter per option, and the help
    ctx: click.Context,
    *,
    families: tuple[str, ...],
    verbose: bool,
    record: bool,
    accepted: tuple[str, ...],
    offline: bool,
    has_facts: bool,
    fixes: bool,
    as_json: bool,
    max_wait: int,
) -> None:
    """Check on the Hub that every declared id exists. Name families to check only those.

    Exits 1 if a definition has to change: an id is in the wrong letter case, renamed, taken over by
    another repository, disabled or missing. With --fix, exits 1 only if such ids remain. Exits 2,
    and fixes nothing, if an id could not be checked. --record keeps the answers so far; run it
    again to continue. With --facts, also exits 1 if a repo contradicts a declared original,
    modality, number of parameters, license or context length.

    \b
    Examples:
      hubenum verify qwen
      hubenum verify --record
      hubenum verify --fix
    """
    config: Config = ctx.obj
    if record or fixes:
        require_project(config)
    every = [m for family in declared(config) for m in family.models]
    models = [m for m in every if not families or m.family in families]
    ids = [m.repo_id for m in every]
    _check_options(record=record, accepted=accepted, offline=offline, ids=ids)
    lock = read_lock_file(config.definitions)
    before = {i: entry.verdict for i, entry in lock.entries.items() if i not in accepted}
    run = Run(config, lock, ids, before, record)
    if offline:
        report = _replay(config, models, ids, lock.entries)
    else:
        report = ask_hub(run, models, max_wait, facts=record or has_facts)
    facts = None
    if has_facts:
        facts = tuple(contradictions(models, report.verdicts, before, every))
    if as_json:
        print_json(_json(report, facts))
    else:
        _print(report, facts, verbose=verbose)
    if left := len(report.unknown) + (len(report.lacking) if record or has_facts else 0):
        text = f"{left:,} of {len(report.models):,} not verified"
        cure = "the others were recorded; run `hubenum verify --record` again to go on."
        run.save()
        raise Undecided(f"{text}; {cure}" if record else f"{text}.")
    if record:
        run.finish(is_whole=len(models) == len(ids))
    wrong = {checked.model.repo_id for checked in report.wrong}
    if fixes and wrong:
        from .fix import fix_definitions

        wrong -= fix_definitions(config, report.wrong)
    ctx.exit(1 if wrong or not all(fact.is_note for fact in facts or ()) else 0)


def _check_options(
    *, record: bool, accepted: Sequence[str], offline: bool, ids: Collection[str]
) -> None:
    """Raise UsageError for options that contradict each other."""
    if record and offline:
        raise click.UsageError("--record asks the Hub, and --offline does not")
    if accepted and not record:
        raise click.UsageError("--accept needs --record")
    for repo_id in accepted:
        if repo_id not in ids:
            near = get_close_matches(repo_id, ids, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"--accept: {repo_id} is not declared{hint}")


def _replay(
    config: Config, models: Sequence[Model], ids: Sequence[str], lock: Lock
) -> VerifyReport:
    """Make the report of the lock, and print its age. Raises Undecided if there is no lock."""
    if not lock:
        path = config.definitions / LOCK
        raise Undecided(f"{path}: no such file; make it with `hubenum verify --record`.")
    absent = Verdict(status=Status.UNKNOWN, reason="not in the lock")
    verdicts = {i: lock[i].verdict if i in lock else absent for i in ids}
    days = sorted({lock[m.repo_id].verified for m in models if m.repo_id in lock})
    if days:
        when = " to ".join(dict.fromkeys(map(str, (days[0], days[-1]))))
        age = counted((today() - days[0]).days, "day")
        click.echo(f"From the lock of {when}, {age} ago.", err=True)
    return make_report(models, verdicts, declared=ids)


def _print(report: VerifyReport, facts: Sequence[Contradiction] | None, *, verbose: bool) -> None:
    """Print the ids that are fine, if asked for; then findings and counts."""
    fine, wrong, note = _MARKS[speaks_unicode()]
    findings: list[str] = []
    for checked in report.models:
        if checked.is_unknown:
            findings.append(f"? {_line(checked)}")
        elif checked.is_wrong:
            findings.append(f"{wrong} {_line(checked)} ({checked.model.where})")
        elif verbose:
            click.echo(f"{fine} {_line(checked)}")
    for line in findings:
        click.echo(line)
    counts = ", ".join(f"{number:,} {status}" for status, number in report.counts.items())
    click.echo(f"{counted(len(report.models), 'model')}: {counts or 'nothing to ask'}")
    if facts is not None:
        _print_facts(facts, wrong, note)


def _line(checked: CheckedModel) -> str:
    """The id, and what is known about it."""
    verdict, repo_id = checked.verdict, checked.model.repo_id
    text = _TEXTS.get(verdict.status, "").format(verdict)
    if verdict.status is Status.MISSING and verdict.reason:
        text = f"missing or private ({verdict.reason})"
    mode = f" ({verdict.gated})" if verdict.gated in ("auto", "manual") else ""
    notes: dict[str, object] = {
        "which is declared already": checked.is_declared,
        "disabled": verdict.is_disabled,
        "private": verdict.is_private,
        f"gated{mode}": verdict.gated,
    }
    if verdict.status is Status.TAKEN_OVER:
        notes = {f"renamed to {verdict.canonical}": verdict.canonical not in (None, repo_id)}
    elif verdict.status in (Status.MISSING, Status.UNKNOWN):
        notes = {}
    text = ", ".join(filter(None, [text, *(note for note, applies in notes.items() if applies)]))
    return f"{repo_id}: {text}" if text else repo_id


def _json(report: VerifyReport, facts: Sequence[Contradiction] | None) -> dict[str, object]:
    compared = {} if facts is None else {"facts": list(map(_fact_row, facts))}
    return {
        **compared,
        "models": [_row(checked) for checked in report.models],
        "counts": {str(status): number for status, number in report.counts.items()},
    }


def _row(checked: CheckedModel) -> dict[str, object]:
    verdict, model = checked.verdict, checked.model
    return {
        "id": model.repo_id,
        "constant": model.constant,
        "family": model.family,
        "verdict": str(verdict.status),
        "canonical": verdict.canonical,
        "declared": checked.is_declared,
        "hub_id": verdict.hub_id,
        "gated": verdict.gated,
        "private": verdict.is_private,
        "disabled": verdict.is_disabled,
        "license": verdict.license,
        "created": verdict.created and verdict.created.isoformat(),
        "last_modified": verdict.last_modified and verdict.last_modified.isoformat(),
        "reason": verdict.reason,
        **_contents(verdict),
        "where": str(model.where),
    }


def _print_facts(facts: Sequence[Contradiction], wrong: str, note: str) -> None:
    """Print a line and its cure for each fact, notes last, and the counts."""
    for fact in sorted(facts, key=lambda fact: fact.is_note):
        model, mark = fact.model, note if fact.is_note else wrong
        click.echo(f"{mark} {model.repo_id}: {fact.text} ({model.where})\n    {fact.cure}")
    notes = sum(fact.is_note for fact in facts)
    click.echo(f"facts: {len(facts) - notes:,} contradicted, {counted(notes, 'note')}")


def _fact_row(fact: Contradiction) -> dict[str, object]:
    """A contradiction for `--json`."""
    compared = {name: getattr(fact, name) for name in _COMPARED}
    return {"id": fact.model.repo_id, **compared, "where": str(fact.model.where)}


def _contents(verdict: Verdict) -> Mapping[str, object]:
    """What a repo holds, for `--json`; nothing if the Hub was not asked."""
    facts = verdict.facts
    if facts is None:
        return {}
    files = facts.files and [asdict(file) for file in facts.files]
    return {**{name: getattr(facts, name) for name in _RECORDED}, "files": files}

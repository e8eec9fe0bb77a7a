"""Ask the Hub about models for `verify`, and record the answers as they arrive."""

import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import click

from ..hub.lock import LOCK, LockFile, updated, write_lock
from ..hub.verdict import Verdict
from ..hub.verify import VerifyReport, compared, make_report, verify
from ..models.model import Model
from ..problem import Undecided
from ..project.config import Config
from .network import limits, notify
from .rows import console


def today() -> date:
    """The day, in UTC."""
    return datetime.now(UTC).date()


@dataclass
class Run:
    """One run of `verify`. If it is recorded, the lock is written while the Hub answers, so that an
    interrupted run can be continued."""

    config: Config
    lock: LockFile
    """The lock before this run."""
    ids: Sequence[str]
    """All declared ids."""
    recorded: Mapping[str, Verdict]
    """The earlier verdicts that answers are compared with."""
    is_recorded: bool
    """Whether the answers go into the lock."""
    day: date = field(default_factory=today)
    """The day of this run."""
    verdicts: dict[str, Verdict] = field(default_factory=dict[str, Verdict])
    """The answers so far."""

    def answered(self) -> dict[str, Verdict]:
        """The verdicts of an unfinished run since yesterday, which are not asked for again."""
        since = self.lock.unfinished
        if not self.is_recorded or since is None or self.day - since > timedelta(days=1):
            return {}
        return {
            repo_id: entry.verdict
            for repo_id, entry in self.lock.entries.items()
            if entry.verified >= since
            and not entry.verdict.lacks_facts
            and repo_id in self.recorded
        }

    def save(self) -> None:
        """Write what was answered so far, if it is recorded."""
        if self.is_recorded and self.verdicts:
            self._write(self.lock.unfinished if self.answered() else self.day)

    def finish(self, *, is_whole: bool) -> None:
        """Write all answers. Unless they are of all ids, an unfinished run stays unfinished."""
        is_new = self._write(None if is_whole else self.lock.unfinished)
        path = self.config.definitions / LOCK
        click.echo(f"wrote {path}" if is_new else f"{path} is up to date", err=True)

    def _write(self, unfinished: date | None) -> bool:
        verdicts = compared(self.verdicts, self.recorded)
        entries = updated(self.lock.entries, verdicts, self.ids, self.day)
        return write_lock(self.config.definitions, entries, unfinished=unfinished)


def ask_hub(run: Run, models: Sequence[Model], max_wait: int, *, facts: bool) -> VerifyReport:
    """Ask the Hub about models and return the report. Raises Undecided if it cannot be asked.

    The answers are saved before long waits and on an interruption.
    """
    answered = run.answered()
    asked = [model for model in models if model.repo_id not in answered]
    if len(asked) < len(models):
        click.echo(f"{len(models) - len(asked):,} ids were answered before; asking on.", err=True)
    with _progress(len(asked), run.save) as (progress, notice):
        report = verify(
            asked,
            declared=run.ids,
            recorded=run.recorded,
            facts=facts,
            verdicts=run.verdicts,
            progress=progress,
            notify=notice,
            limits=limits(max_wait),
        )
    reasons = {checked.verdict.reason for checked in report.unknown}
    if len(report.unknown) == len(asked) > 1 and len(reasons) == 1:
        number = f"{len(asked):,} models"
        raise Undecided(f"The Hub could not be asked about any of {number}: {reasons.pop()}.")
    return make_report(models, {**answered, **report.verdicts}, declared=run.ids)


@contextmanager
def _progress(
    total: int, save: Callable[[], None]
) -> Generator[tuple[Callable[[int], None], Callable[[str], None]]]:
    """Yield callbacks for progress and notices: a bar on a terminal, else only lines for notices.

    Calls `save` on an interruption and before each notice, since most notices announce a long wait.
    """

    def saving(say: Callable[[str], None]) -> Callable[[str], None]:
        def notice(sentence: str) -> None:
            save()
            say(sentence)

        return notice

    try:
        if not sys.stderr.isatty():
            yield (lambda _: None), saving(notify)
            return
        from rich.progress import Progress

        with Progress(console=console(error=True), transient=True) as bar:
            task = bar.add_task("Asking the Hub", total=total)
            yield (lambda done: bar.update(task, completed=done)), saving(bar.console.print)
    except KeyboardInterrupt:
        save()
        raise

"""Shared by the commands that ask the Hub: the option `--max-wait`, notices, and listings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from ..problem import Undecided
from .rows import status_line

if TYPE_CHECKING:
    from ..hub.repo import Repo
    from ..hub.session import Limits


def max_wait_option(command: Callable[..., object]) -> Callable[..., object]:
    """Add `--max-wait`; the command gets it as `max_wait`, in seconds."""
    return click.option(
        "--max-wait",
        type=click.IntRange(0),
        default=1800,
        show_default=True,
        metavar="SECONDS",
        help="Longest time to wait for the Hub's rate limit.",
    )(command)


def limits(max_wait: int) -> "Limits":
    """The limits of a session that waits so many seconds at most."""
    from ..hub import session  # it imports an HTTP client

    return replace(session.LIMITS, wait=float(max_wait))


def notify(sentence: str) -> None:
    """Print a sentence about what happens while the Hub is asked."""
    click.echo(sentence, err=True)


def list_repos(
    owners: Iterable[str], expand: Sequence[str], max_wait: int, otherwise: str
) -> "list[Repo]":
    """All repos of these owners, with the properties named by `expand`.

    Raises Undecided if a listing is incomplete or empty, and `otherwise` says what follows.
    """
    from ..hub.ask import list_uploads, shorten

    repos: list[Repo] = []
    for owner in owners:
        with status_line() as show:
            show(f"Listing {owner}")
            listing = list_uploads(
                owner,
                expand=expand,
                progress=lambda count: show(f"Listing {owner}: {count:,} repos"),  # noqa: B023
                notify=notify,
                limits=limits(max_wait),
            )
        for oddity in shorten(listing.oddities):
            notify(oddity)
        reason = "" if listing.complete else f"is incomplete ({listing.reason})"
        if listing.complete and not listing.rows:
            reason = "is empty; is that how the Hub spells the name?"
        if reason:
            raise Undecided(f"The listing of {owner} {reason}; {otherwise}.")
        repos += listing.rows
    return repos

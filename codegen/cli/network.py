"""Shared by the commands that ask the Hub: the option `--max-wait`, and notices."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
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


def notify_all(sentences: Iterable[str]) -> None:
    """Print sentences about what happened."""
    for sentence in sentences:
        notify(sentence)

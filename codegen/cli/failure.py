"""What the command line prints when it fails."""

import os
import sys
import traceback
from pathlib import Path
from typing import IO

import click

from .. import files
from ..outside import printable, printable_lines
from ..problem import DefinitionError, Undecided
from .words import counted

_LENGTH = 500
"""Characters of the message of an unexpected error."""


def print_failure(error: BaseException, *, is_debug: bool) -> None:
    """Print an error on stderr, in a sentence, and its traceback for `--debug`.

    Prints nothing if a pipe was closed, since its reader has stopped reading.
    """
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        _silence(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return
    try:
        if is_debug:
            traceback.print_exception(error)
        if isinstance(error, click.ClickException):
            error.show()
        else:
            click.echo(_sentence(error), err=True)
    except (OSError, ValueError):  # stderr is full or closed; the exit code says enough
        _silence(sys.stderr)


def open_closed_streams() -> None:
    """Replace standard streams that were closed before the program started.

    Otherwise the next file that is opened becomes the standard output, and messages end up in it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open("r" if number == 0 else "w")  # noqa: SIM115 stays open
            setattr(sys, name, stream)


def _silence(stream: IO[str]) -> None:
    """Prevent a second error, at exit, from a stream that cannot be written."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return


def _sentence(error: BaseException) -> str:
    """An error in a sentence, with a cure where there is one."""
    match error:
        case DefinitionError():
            problems = "\n".join(map(str, error.problems))
            count = counted(len(error.problems), "problem")
            return f"{problems}\n{count}; nothing was changed."
        case Undecided():
            return printable_lines(str(error))
        case KeyboardInterrupt() | click.Abort():
            return f"Interrupted; {'nothing' if not files.writes else 'nothing else'} was changed."
        case ModuleNotFoundError(name=str(name)):
            package = name.partition(".")[0]
            return f"{package} is not installed. Install it: python -m pip install {package}"
        case RecursionError():
            sentence = "something in the input is nested too deeply"
        case MemoryError():
            sentence = "out of memory"
        case OSError(filename=str() | bytes() as name):
            return printable(f"{os.fsdecode(name)}: {error.strerror}", _LENGTH)
        case OSError():
            return printable(error.strerror or error, _LENGTH)
        case _:
            sentence = f"{type(error).__name__}: {error}"
    return f"{printable(sentence, _LENGTH)}\nFor the traceback: hubenum --debug ..."

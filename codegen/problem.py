"""A mistake in the input as a value: where it is, what is wrong, what to write instead."""

from dataclasses import dataclass
from pathlib import Path

from .outside import printable, printable_lines


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a definition file."""

    path: Path
    """The file, absolute."""
    line: int
    """Its line, from 1; 0 means the whole file."""

    def __str__(self) -> str:
        """`definitions/llama.py:12`, relative to the working directory where that is shorter."""
        try:
            shown = self.path.relative_to(Path.cwd())
        except (ValueError, OSError):  # elsewhere, or the working directory is gone
            shown = self.path
        text = printable(shown, 4096)  # a name may hold anything, a line break too
        return f"{text}:{self.line}" if self.line else text


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. Stages return lists of these; only the command line prints them."""

    where: Where
    """The line to go to."""
    family: str
    """The family (the file's name without `.py`), or "" for none."""
    field: str
    """The field of the definition, or "" for the whole of it."""
    message: str
    """What is wrong."""
    cure: str
    """What to write instead."""

    def __str__(self) -> str:
        parts = (printable(part, 2000) for part in (self.family, self.field, self.message))
        found = ": ".join([str(self.where), *filter(None, parts)])
        return f"{found}\n    {printable_lines(self.cure)}"


def mistake(where: Where, field: str, message: str, cure: str) -> Problem:
    """A mistake in a definition file, which is named for its family; `field` is "" for none."""
    return Problem(where, where.path.stem, field, message, cure)


class Undecided(Exception):
    """A command cannot decide, and has changed nothing; the message is a sentence to print."""


class DefinitionError(Exception):
    """The definitions or settings cannot be used; holds every problem, for the command line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = sorted(set(problems))


def refused(path: Path, what: str, message: str, cure: str) -> DefinitionError:
    """An error with one problem, of a whole file or folder; `what` is the setting, "" for none."""
    return DefinitionError([Problem(Where(path, 0), "", what, message, cure)])

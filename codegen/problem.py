"""A mistake in somebody's input, as a value: where it stands, what was found, what to write."""

from dataclasses import dataclass
from pathlib import Path


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
        except ValueError:
            shown = self.path
        return f"{shown}:{self.line}" if self.line else str(shown)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. Stages return lists of these; only the command line prints them."""

    where: Where
    """The line to go to."""
    family: str
    """The family it belongs to (the file's name without `.py`), or "" for none."""
    field: str
    """The field of the definition, or "" for the whole of it."""
    found: str
    """What was found there, as a sentence."""
    cure: str
    """What to write instead."""

    def __str__(self) -> str:
        said = ": ".join(filter(None, (str(self.where), self.family, self.field, self.found)))
        return f"{said}\n    {self.cure}"


class DefinitionError(Exception):
    """The definitions cannot be used; carries every problem found, for the command line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = sorted(set(problems))

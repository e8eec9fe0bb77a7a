"""Which retirements go into which definition file, and putting them there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..edit.retired import entry_lines, new_file, retire_in
from ..edit.text import UneditableError
from ..files import replace_file
from ..models.model import Family
from ..problem import DefinitionError, Problem, Where
from ..schema import Retired
from .guard import Lost, LostFamily, retirement


@dataclass(frozen=True, slots=True)
class Edit:
    """What one definition file is to say beyond what it says."""

    path: Path
    entries: tuple[Retired, ...]
    summary: str | None = None
    """The docstring of the file, if it has to be made: its family is gone altogether."""
    has_list: bool = False
    """Whether the file has a RETIRED list already."""

    def __str__(self) -> str:
        """Where to paste what."""
        where = Where(self.path, 0)
        if self.summary is not None:
            return f"in a new file {where}:\n\n{new_file(self.summary, self.entries)}"
        lines = entry_lines(self.entries)
        if self.has_list:
            return f"at the end of RETIRED in {where}:\n\n{lines}"
        return f"in {where}:\n\nfrom codegen.schema import Retired\n\nRETIRED = [\n{lines}]\n"


def plan(
    folder: Path,
    families: Sequence[Family],
    lost: Sequence[Lost],
    gone: Sequence[LostFamily],
    *,
    since: str,
    why: str | None = None,
) -> list[Edit]:
    """The edits that retire these names: each in the file of the family that it was in, or in
    `retired.py` where that is a file of definitions that this project only extends.

    A family whose file is gone gets one again, which says what it was and what it had: that is
    how a family is retired. `since` is the date to write, `why` the reason if there is but one.
    """
    edits = {family.stem: Edit(folder / f"{family.stem}.py", (), family.summary) for family in gone}
    for family in families:
        edits[family.stem] = Edit(_path(folder, family), (), has_list=bool(family.retired))
    extended = {stem for stem, edit in edits.items() if edit.path.parent != folder}
    for name in lost:
        stem = "retired" if name.family in extended else name.family
        edit = edits.get(stem) or Edit(folder / f"{stem}.py", (), f"{stem.title()}.")
        edits[stem] = replace(edit, entries=(*edit.entries, retirement(name, since, why)))
    return [edit for edit in edits.values() if edit.entries or edit.summary is not None]


def _path(folder: Path, family: Family) -> Path:
    places = [stated.where for stated in family.models or family.retired]
    return places[0].path if places else folder / f"{family.stem}.py"


def apply(edits: Sequence[Edit]) -> list[tuple[Path, bytes | None]]:
    """Write the edits; give back what the files held before, None for one that was not there.

    Raises DefinitionError, with nothing written, where a file says RETIRED in a way of its own.
    """
    old = [(edit.path, edit.path.read_bytes() if edit.path.exists() else None) for edit in edits]
    new: list[tuple[Path, bytes]] = []
    problems: list[Problem] = []
    for edit, (path, before) in zip(edits, old, strict=True):
        try:
            new.append((path, _edited(edit, before)))
        except UneditableError as error:
            problem = Problem(Where(path, 0), path.stem, "RETIRED", str(error), f"Write {edit}")
            problems.append(problem)
    if problems:
        raise DefinitionError(problems)
    for path, content in new:
        replace_file(path, content)
    return old


def _edited(edit: Edit, before: bytes | None) -> bytes:
    if before is None:
        return new_file(edit.summary or f"{edit.path.stem.title()}.", edit.entries).encode()
    source = before.decode()
    ending = "\r\n" if "\r\n" in source else "\n"
    edited = retire_in(source.replace("\r\n", "\n"), edit.entries)
    return edited.replace("\n", ending).encode()


def restore(old: Sequence[tuple[Path, bytes | None]]) -> None:
    """Give files the content back that `apply` reported."""
    for path, content in old:
        if content is None:
            path.unlink(missing_ok=True)
        else:
            replace_file(path, content)

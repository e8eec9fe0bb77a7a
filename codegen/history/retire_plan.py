"""Plan which retirements go into which definition file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..edit.encoding import decoded, encoded
from ..edit.retired import entry_lines, new_file, retire_in
from ..edit.source import UneditableError, import_text, schema_of
from ..files import read_bytes
from ..models.model import Family
from ..models.retirement import find_contradictions, find_unknown_replacements
from ..problem import DefinitionError, Problem, Where
from ..schema import Retired
from .guard import Losses


@dataclass(frozen=True, slots=True)
class Edit:
    """What to add to one definition file."""

    path: Path
    entries: tuple[Retired, ...]
    summary: str | None = None
    """The docstring of a new file, for a family that is gone."""
    has_list: bool = False
    """Whether the file has a RETIRED list."""

    @property
    def schema(self) -> str:
        """The name of the schema in the definitions beside it."""
        return schema_of(self.path.parent)

    def __str__(self) -> str:
        """The lines to paste, and where."""
        where = Where(self.path, 0)
        if self.summary is not None:
            return f"in a new file {where}:\n\n{new_file(self.summary, self.entries, self.schema)}"
        lines = entry_lines(self.entries)
        if self.has_list:
            return f"at the end of RETIRED in {where}:\n\n{lines}"
        head = import_text(["Retired"], self.schema)
        return f"in {where}:\n\n{head}\nRETIRED = [\n{lines}]\n"

    def content(self) -> bytes:
        """The file after the edit. Raises UneditableError."""
        if not self.path.exists():
            summary = self.summary or f"{self.path.stem.title()}."
            return new_file(summary, self.entries, self.schema).encode()
        before = read_bytes(self.path)
        text, encoding = decoded(before)
        edited = encoded(before, retire_in(text, self.entries), encoding)
        compile(edited, str(self.path), "exec")
        return edited


def plan(
    folder: Path,
    families: Sequence[Family],
    losses: Losses,
    *,
    since: str,
    why: str | None = None,
) -> list[Edit]:
    """The edits that retire lost names, each in the file of the family that it was in.

    Names of a family that this project only extends go into `retired.py` of `folder`. A lost family
    gets a file with its description, which retires the family. `since` is the date to write, `why`
    the common reason, if any.
    """
    edits = {
        lost.stem: Edit(folder / f"{lost.stem}.py", (), lost.summary) for lost in losses.families
    }
    for family in families:
        places = [stated.where.path for stated in family.models or family.retired]
        path = places[0] if places else folder / f"{family.stem}.py"
        edits[family.stem] = Edit(path, (), has_list=bool(family.retired))
    extended = {stem for stem, edit in edits.items() if edit.path.parent != folder}
    for name in losses.names:
        stem = "retired" if name.family in extended else name.family
        edit = edits.get(stem) or Edit(folder / f"{stem}.py", (), f"{stem.title()}.")
        edits[stem] = replace(edit, entries=(*edit.entries, name.retirement(since, why)))
    return [edit for edit in edits.values() if edit.entries or edit.summary is not None]


def contents(edits: Sequence[Edit]) -> dict[Path, bytes]:
    """The definition files after the edits.

    Raises DefinitionError for files whose RETIRED is not a literal list.
    """
    files: dict[Path, bytes] = {}
    problems: list[Problem] = []
    for edit in edits:
        try:
            path = edit.path.resolve() if edit.path.is_symlink() else edit.path
            files[path] = edit.content()
        except (UneditableError, SyntaxError) as error:
            where = Where(edit.path, 0)
            problems.append(Problem(where, edit.path.stem, "RETIRED", str(error), f"Write {edit}"))
    if problems:
        raise DefinitionError(problems)
    return files


def retired(families: Sequence[Family], edits: Sequence[Edit]) -> tuple[Family, ...]:
    """The families that the definitions declare after the edits.

    Raises DefinitionError if the new retirements contradict something.
    """
    by_stem = {family.stem: family for family in families}
    for edit in edits:
        stem = edit.path.stem
        family = by_stem.get(stem) or Family(stem=stem, summary=edit.summary or "", models=())
        by_stem[stem] = replace(family, retired=(*family.retired, *edit.entries))
    result = tuple(by_stem[stem] for stem in sorted(by_stem))
    if problems := [*find_contradictions(result), *find_unknown_replacements(result)]:
        raise DefinitionError(problems)
    return result

"""Read a folder of definition files: one family a file, every mistake collected."""

import ast
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from ..names.owner import PLAIN, ConstantTemplates
from ..problem import Problem, Where
from ..schema import ModelMeta, Retired, Row
from .extends import Folder
from .facts import wrong_modality
from .imports import SharedValues
from .retired import collect
from .run import Ran, run


@dataclass(frozen=True, slots=True)
class Definition:
    """One definition file, read but not yet checked."""

    stem: str
    """The file's name without `.py`."""
    path: Path
    """The file, absolute."""
    summary: str
    """The first line of its docstring."""
    uploader: str
    """The namespace of the uploads, unless a definition states another."""
    metas: tuple[ModelMeta, ...]
    """Its definitions, in the order of the file."""
    retired: tuple[Retired, ...] = ()
    """The entries of its RETIRED list."""
    constants: ConstantTemplates = PLAIN
    """How constants carry the name of their uploader."""
    modality: str | None = None
    """Its MODALITY, for definitions that state none; None if unknown."""
    names: Mapping[str, object] = field(
        default_factory=dict[str, object], repr=False, compare=False
    )
    """The values of its names after it has run."""


_DOCSTRING = 'Begin with a line such as """Llama, by Meta."""; it describes the family.'


def load(folder: Folder) -> tuple[list[Definition], list[Problem]]:
    """Read every `*.py` of a folder except those whose name starts with an underscore.

    The files are executed without being imported: nothing is left in `sys.modules`, no byte code
    is written, and an installed package of the same name is never taken instead. They can import
    the schema and plain values of a module in the same folder, and nothing else.
    """
    paths = folder.files()
    if not paths:
        cure = "Point `definitions` in [tool.hubenum] at a folder with one file per family."
        wrong = "no definition file in this folder" if folder.path.is_dir() else "no such folder"
        return [], [Problem(Where(folder.path, 0), "", "definitions", wrong, cure)]
    definitions: list[Definition] = []
    problems: list[Problem] = []
    shared: SharedValues = {}
    for path in paths:
        definition, mistakes = load_file(path.absolute(), folder.uploader, shared=shared)
        definitions += [replace(definition, constants=folder.constants)] if definition else []
        problems += mistakes
    return definitions, problems


def load_file(
    path: Path, uploader: str, content: bytes | None = None, *, shared: SharedValues | None = None
) -> tuple[Definition | None, list[Problem]]:
    """Read one definition file; with `content`, as if the file held that.

    `shared` holds the values of shared modules that were read already.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", path.stem):
        wrong = "the file name is the family name, so it must be a lower-case identifier"
        cure = f"Rename it, for example to {_file_name(path.stem)}."
        return None, [Problem(Where(path, 0), path.stem, "", wrong, cure)]
    ran, problems = run(path, content, {} if shared is None else shared)
    if ran is None:
        return None, problems
    metas = {id(value): value for value in ran.names.values() if isinstance(value, ModelMeta)}
    retired, mistakes = collect(path, ran.tree, ran.names)
    problems += mistakes
    docstring = ast.get_docstring(ran.tree) or ""
    problems += [
        Problem(Where(path, line), path.stem, of, wrong, cure)
        for line, of, wrong, cure in _wrong_in_file(ran, metas)
    ]
    modality = ran.names.get("MODALITY")
    if not metas and not problems and "RETIRED" not in ran.names:
        cure = "Write `NAME = ModelMeta(...)`, or remove the file."
        problems.append(Problem(Where(path, 0), path.stem, "", "defines no ModelMeta", cure))
    definition = Definition(
        stem=path.stem,
        path=path,
        summary=docstring.partition("\n")[0],
        uploader=uploader,
        metas=tuple(metas.values()),
        retired=retired,
        modality=None if wrong_modality(modality) else cast("str | None", modality),
        names=ran.names,
    )
    return definition, problems


def _wrong_in_file(ran: Ran, metas: Mapping[int, ModelMeta]) -> Iterator[tuple[int, str, str, str]]:
    """Mistakes in a file outside its definitions: line, name, message, cure."""
    for line, wrong, cure in _lost(ran.created, metas):
        yield line, "", wrong, cure
    if not ast.get_docstring(ran.tree):
        yield 1, "", "no docstring", _DOCSTRING
    if mistake := wrong_modality(ran.names.get("MODALITY")):
        yield _line(ran.tree, "MODALITY"), "MODALITY", *mistake


def _line(tree: ast.Module, name: str) -> int:
    """The line of the last statement that gives a name its value; 0 if there is none."""
    stored = (n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == name)
    return max((n.lineno for n in stored if isinstance(n.ctx, ast.Store)), default=0)


def _file_name(stem: str) -> str:
    """A name that the file of a family may have, like the one it has."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return f"{name if name[:1].isalpha() else f'family_{name}'.strip('_')}.py"


def _lost(
    created: Iterable[ModelMeta | Row], held: Mapping[int, ModelMeta]
) -> Iterator[tuple[int, str, str]]:
    """Each definition that was made and that no name holds in the end, and each row of none: its
    line, what is wrong, and the cure."""
    metas = [record for record in created if isinstance(record, ModelMeta)]
    rows = {id(row) for meta in metas for row in _items(meta.rows)}
    for record in created:
        if isinstance(record, Row):
            if id(record) not in rows:
                cure = "Write it in the rows=[...] of a definition, or remove it."
                yield record.where.line, "this row belongs to no definition", cure
        elif id(record) not in held:
            model = " ".join(str(part) for part in (record.base_name, record.model_version) if part)
            cure = "Assign each definition to a name of its own, at the top level of the file."
            yield record.where.line, f"this definition of {model} is not assigned to a name", cure


def _items(rows: object) -> Iterable[object]:
    return cast("list[object]", rows) if isinstance(rows, (list, tuple)) else (rows,)

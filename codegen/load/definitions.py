"""Read a folder of definition files: one family a file, every mistake collected."""

import ast
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from ..files import read_bytes
from ..names.owner import PLAIN, ConstantTemplates
from ..problem import Problem, Where, mistake
from ..schema import ModelMeta, Retired, Row, recording
from .broken import explain
from .calls import Record, repair_calls
from .extends import Folder
from .facts import is_list, wrong_modality
from .imports import SharedValues, safe_builtins, take_imports
from .retired import collect, line_of


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
    """Read every `*.py` of a folder except those whose name starts with an underscore or a dot.

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
    cure = f"Move them to a file of the family in {Where(folder.path, 0)}"
    cure += ", or put an underscore before the inner folder's name."
    problems = [
        mistake(Where(path, 0), "", "the definitions in this file are not read", cure)
        for path in (folder.unread() if folder.families is None else ())
    ]
    shared: SharedValues = {}
    for path in paths:
        definition, mistakes = load_file(path.absolute(), folder.uploader, shared=shared)
        definitions += [replace(definition, constants=folder.constants)] if definition else []
        problems += mistakes
    return definitions, problems


def load_file(
    path: Path, uploader: str, content: bytes | None = None, *, shared: SharedValues | None = None
) -> tuple[Definition | None, list[Problem]]:
    """Read one definition file; with `content`, as if the file held that. None if it cannot run.

    `shared` holds the values of shared modules that were read already.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*\.py", path.name):
        wrong = "the file name is the family name, so it must be a lower-case identifier"
        return None, [mistake(Where(path, 0), "", wrong, _name_cure(path))]
    tree = _parsed(path, content)
    if isinstance(tree, Problem):
        return None, [tree]
    names, created, problems = _run(path, tree, {} if shared is None else shared)
    if names is None:
        return None, problems
    metas = {id(value): value for value in names.values() if isinstance(value, ModelMeta)}
    retired, mistakes = collect(path, tree, names, created)
    docstring, modality = ast.get_docstring(tree) or "", names.get("MODALITY")
    problems += [*mistakes, *_lost(created, metas)]
    if not docstring:
        problems.append(mistake(Where(path, 1), "", "no docstring", _DOCSTRING))
    if bad_modality := wrong_modality(modality):
        where = Where(path, line_of(tree, "MODALITY"))
        problems.append(mistake(where, "MODALITY", *bad_modality))
    if not metas and not problems and "RETIRED" not in names:
        cure = "Write `NAME = ModelMeta(...)`, or remove the file."
        problems.append(mistake(Where(path, 0), "", "defines no ModelMeta", cure))
    definition = Definition(
        stem=path.stem,
        path=path,
        summary=docstring.partition("\n")[0],
        uploader=uploader,
        metas=tuple(metas.values()),
        retired=retired,
        modality=None if bad_modality else cast("str | None", modality),
        names=names,
    )
    return definition, problems


def _parsed(path: Path, content: bytes | None) -> ast.Module | Problem:
    try:
        return ast.parse(read_bytes(path) if content is None else content, str(path))
    except (SyntaxError, OSError, ValueError, RecursionError, MemoryError) as error:
        return mistake(*explain(path, error))


def _run(
    path: Path, tree: ast.Module, shared: SharedValues
) -> tuple[Mapping[str, object] | None, list[Record], list[Problem]]:
    """Run a definition file: the values of its names, None if it fails; every record that it made,
    whether a name holds it or not; and its mistakes."""
    given, refused_imports = take_imports(path, tree, shared)
    problems = [*refused_imports, *repair_calls(path, tree)]
    names: dict[str, object] = {**given, "__name__": path.stem, "__file__": str(path)}
    names["__builtins__"] = safe_builtins()
    with recording() as created:
        try:
            exec(compile(tree, str(path), "exec"), names)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a definition may raise anything
            if not (refused_imports and isinstance(error, (NameError, ImportError))):
                problems.append(mistake(*explain(path, error)))
            return None, created, problems
    for meta in created:
        if isinstance(meta, ModelMeta) and meta.org == "" and names.get("ORG") is not None:
            object.__setattr__(meta, "org", names["ORG"])
    return names, created, problems


def _name_cure(path: Path) -> str:
    """How to rename a file without overwriting another."""
    name = _file_name(path.stem)
    other = path.with_name(name)
    if other.exists() and not (path.exists() and other.samefile(path)):
        return f"Give it a name that no other file has ({name} exists), or remove it."
    return f"Rename it, for example to {name}."


def _file_name(stem: str) -> str:
    """A valid file name, close to the one that the file has."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return f"{name if name[:1].isalpha() else f'family_{name}'.strip('_')}.py"


def _lost(created: Iterable[Record], held: Mapping[int, ModelMeta]) -> Iterator[Problem]:
    """Report definitions that no name holds in the end, and rows that no definition holds."""
    metas = [record for record in created if isinstance(record, ModelMeta)]
    rows = {id(row) for meta in metas for row in (meta.rows if is_list(meta.rows) else [meta.rows])}
    for record in created:
        if isinstance(record, Row):
            if id(record) not in rows:
                cure = "Write it in the rows=[...] of a definition, or remove it."
                yield mistake(record.where, "", "this row belongs to no definition", cure)
        elif isinstance(record, ModelMeta) and id(record) not in held:
            model = " ".join(str(part) for part in (record.base_name, record.model_version) if part)
            wrong = f"this definition of {model} is not assigned to a name"
            cure = "Assign each definition to a name of its own, at the top level of the file."
            yield mistake(record.where, "", wrong, cure)

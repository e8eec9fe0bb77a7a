"""Read a folder of definition files: one family a file, every mistake collected."""

import ast
import re
import traceback
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from ..problem import Problem, Where
from ..schema import ModelMeta, Retired, Row, recording
from .calls import repair_calls
from .extends import Folder
from .imports import SharedValues, safe_builtins, take_imports
from .retired import collect


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
    names: Mapping[str, object] = field(
        default_factory=dict[str, object], repr=False, compare=False
    )
    """The values of its names after it has run."""


def load(folder: Folder) -> tuple[list[Definition], list[Problem]]:
    """Read every `*.py` of a folder except those whose name starts with an underscore.

    The files are executed without being imported: nothing is left in `sys.modules`, no byte code
    is written, and an installed package of the same name is never taken instead. They can import
    the schema and plain values of a module beside them, and nothing else.
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
        definitions += [definition] if definition else []
        problems += mistakes
    return definitions, problems


def load_file(
    path: Path, uploader: str, content: bytes | None = None, *, shared: SharedValues | None = None
) -> tuple[Definition | None, list[Problem]]:
    """Read one definition file; with `content`, as if the file held that.

    `shared` holds the values of shared modules that were read already.
    """
    problems: list[Problem] = []
    shared = {} if shared is None else shared

    def refuse(line: int, wrong: str, cure: str, field: str = "") -> None:
        problems.append(Problem(Where(path, line), path.stem, field, wrong, cure))

    if not re.fullmatch(r"[a-z][a-z0-9_]*", path.stem):
        wrong = "the file's name is the family's, and this one is not a lower-case identifier"
        refuse(0, wrong, f"Rename it, for example to {_file_name(path.stem)}.")
        return None, problems
    try:
        tree = ast.parse(path.read_bytes() if content is None else content, str(path))
    except SyntaxError as error:
        refuse(error.lineno or 0, f"not Python: {error.msg}", "Correct the syntax.")
        return None, problems
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        refuse(0, f"cannot be read: {error}", "Write it as UTF-8 text.")
        return None, problems
    names, mistakes = take_imports(path, tree, shared)
    problems += [*mistakes, *repair_calls(path, tree)]
    namespace = {**names, "__name__": path.stem, "__builtins__": safe_builtins()}
    namespace["__file__"] = str(path)
    with recording() as created:
        try:
            exec(compile(tree, str(path), "exec"), namespace)
        except (Exception, SystemExit) as error:
            if not (mistakes and isinstance(error, (NameError, ImportError))):  # reported above
                refuse(_line_of(error, path), f"{type(error).__name__}: {error}", _cure(error))
            return None, problems
    metas = {id(value): value for value in namespace.values() if isinstance(value, ModelMeta)}
    for line, wrong, cure in _lost(created, metas):
        refuse(line, wrong, cure)
    retired, mistakes = collect(path, tree, namespace)
    problems += mistakes
    if not metas and not problems and "RETIRED" not in namespace:
        refuse(0, "defines no ModelMeta", "Write `NAME = ModelMeta(...)`, or remove the file.")
    docstring = ast.get_docstring(tree) or ""
    if not docstring:
        cure = 'Begin with a line such as """Llama, by Meta."""; it describes the family.'
        refuse(1, "no docstring", cure)
    summary = docstring.partition("\n")[0]
    own = tuple(metas.values())
    return Definition(path.stem, path, summary, uploader, own, retired, namespace), problems


def _file_name(stem: str) -> str:
    """A name that the file of a family may have, like the one it has."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return f"{name if name[:1].isalpha() else f'family_{name}'.strip('_')}.py"


def _line_of(error: BaseException, path: Path) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno or 0 for f in reversed(frames) if f.filename == str(path)), 0)


def _cure(error: BaseException) -> str:
    if isinstance(error, (NameError, ImportError)):
        return "A definition is data: import names from codegen.schema, and do nothing else."
    return "A definition is data: correct it so that the file runs by itself."


def _lost(
    created: list[ModelMeta | Row], held: Mapping[int, ModelMeta]
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
            yield record.where.line, f"this definition of {model} is lost: no name holds it", cure


def _items(rows: object) -> Iterable[object]:
    return cast("list[object]", rows) if isinstance(rows, (list, tuple)) else (rows,)

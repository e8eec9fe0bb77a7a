"""Read a folder of definition files: one family a file, every mistake collected."""

import ast
import difflib
import re
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import cast

from ..problem import Problem, Where
from ..schema import ModelMeta, Retired
from .extends import Folder
from .retired import collect
from .source import makes_meta


@dataclass(frozen=True, slots=True)
class Definition:
    """One definition file, read but not yet checked."""

    stem: str
    """The file's name without `.py`."""
    path: Path
    summary: str
    """The first line of its docstring."""
    uploader: str
    """The namespace of the uploads, where a definition says no other."""
    metas: tuple[ModelMeta, ...]
    """Its definitions, in the order of the file."""
    retired: tuple[Retired, ...] = ()
    """What its RETIRED list says."""
    names: Mapping[str, object] = field(
        default_factory=dict[str, object], repr=False, compare=False
    )
    """What its names stand for once it has run."""


def load(folder: Folder) -> tuple[list[Definition], list[Problem]]:
    """Read every `*.py` of a folder except those whose name starts with an underscore.

    The files are executed without being imported: nothing is left in `sys.modules`, no byte code
    is written, and a package of the same name that is installed elsewhere is never taken instead.
    """
    paths = folder.files()
    if not paths:
        cure = "Point `definitions` in [tool.hubenum] at a folder with one file per family."
        found = "no definition file in this folder" if folder.path.is_dir() else "no such folder"
        return [], [Problem(Where(folder.path, 0), "", "definitions", found, cure)]
    definitions: list[Definition] = []
    problems: list[Problem] = []
    for path in paths:
        definition, found_here = load_file(path.resolve(), folder.uploader)
        definitions += [definition] if definition else []
        problems += found_here
    return definitions, problems


def load_file(
    path: Path, uploader: str, content: bytes | None = None
) -> tuple[Definition | None, list[Problem]]:
    """Read one definition file; with `content` as if it held that."""

    def problem(line: int, found: str, cure: str) -> tuple[None, list[Problem]]:
        return None, [Problem(Where(path, line), path.stem, "", found, cure)]

    if not re.fullmatch(r"[a-z][a-z0-9_]*", path.stem):
        return problem(
            0, "the file's name is the family's, and this one is no lower-case identifier",
            f"Rename it, for example to {re.sub(r'[^a-z0-9]+', '_', path.stem.lower())}.py.",
        )  # fmt: skip
    try:
        tree = ast.parse(path.read_bytes() if content is None else content, str(path))
    except SyntaxError as error:
        return problem(error.lineno or 0, f"not Python: {error.msg}", "Mend the syntax.")
    except (OSError, ValueError) as error:
        return problem(0, f"cannot be read: {error}", "Write it as UTF-8 text.")
    namespace: dict[str, object] = {"__name__": path.stem, "__file__": str(path)}
    try:
        exec(compile(tree, str(path), "exec"), namespace)
    except (Exception, SystemExit) as error:
        frames = traceback.extract_tb(error.__traceback__)
        line = next((f.lineno for f in reversed(frames) if f.filename == str(path)), 0)
        said = str(error).partition(". Did you mean")[0]  # from 3.13 on; the cure says it better
        return problem(line or 0, f"{type(error).__name__}: {said}", _cure(error))
    metas = [v for v in namespace.values() if isinstance(v, ModelMeta) and v.where.path == path]
    problems = [
        Problem(Where(path, line), path.stem, name, found, cure)
        for line, name, found, cure in _lost(tree, namespace)
    ]
    retired, found_there = collect(path, tree, namespace)
    problems += found_there
    if not metas and not problems and "RETIRED" not in namespace:
        found = "defines no ModelMeta"
        return problem(0, found, "Write `NAME = ModelMeta(...)`, or remove the file.")
    docstring = ast.get_docstring(tree) or ""
    if not docstring:
        found = "no docstring"
        cure = 'Begin with a line such as """Llama, by Meta."""; it describes the family.'
        problems.append(Problem(Where(path, 1), path.stem, "", found, cure))
    summary = docstring.partition("\n")[0]
    unique = tuple({id(meta): meta for meta in metas}.values())
    return Definition(path.stem, path, summary, uploader, unique, retired, namespace), problems


def _cure(error: BaseException) -> str:
    """What to write instead, for the mistakes that the call itself refuses."""
    kind = Retired if str(error).startswith("Retired.") else ModelMeta
    known = [f.name for f in fields(kind) if f.init]
    required = [f.name for f in fields(kind) if f.default is f.default_factory is MISSING]
    if match := re.search(r"unexpected keyword argument '(\w+)'", str(error)):
        near = difflib.get_close_matches(match[1], known, 1)
        return f"Write `{near[0]}`." if near else f"Use one of: {', '.join(known)}."
    if match := re.search(r"missing \d+ required .*?argument", str(error)):
        always = f"{', '.join(required[:-1])} and {required[-1]}"
        return f"Add what is missing; {always} are always needed."
    if "positional argument" in str(error):
        return 'Name every argument: ModelMeta(org="meta-llama", base_name="Llama", ...).'
    return "A definition is data: mend it so that the file runs on its own."


def _lost(tree: ast.Module, namespace: dict[str, object]) -> Iterable[tuple[int, str, str, str]]:
    """Definitions that would be lost without a word: a name given twice, or a nameless one."""
    lines: dict[str, int] = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        for name in (t.id for t in targets if isinstance(t, ast.Name)):
            if name in lines and isinstance(namespace.get(name), ModelMeta):
                found = f"the name {name} is given again; it stands at line {lines[name]} already"
                yield node.lineno, name, found, "Give each definition a name of its own."
            lines[name] = node.lineno
        calls = [n for n in ast.walk(node) if isinstance(n, ast.Call) and makes_meta(n)]
        if isinstance(node, ast.Expr) and calls:
            yield node.lineno, "", "a ModelMeta without a name", "Write `NAME = ModelMeta(...)`."
    for name, value in namespace.items():
        if isinstance(value, (list, tuple, set, dict)) and name != "__builtins__":
            items = cast("Iterable[object]", value.values() if isinstance(value, dict) else value)
            if any(isinstance(item, ModelMeta) for item in items):
                found = f"{name} holds definitions inside a container"
                yield lines.get(name, 0), name, found, "Give each definition a name of its own."

"""Run one definition file as data: it cannot read, write or import anything else."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..problem import Problem, Where
from ..schema import ModelMeta, Row, recording
from .broken import explain
from .calls import repair_calls
from .imports import SharedValues, safe_builtins, take_imports


@dataclass(frozen=True, slots=True)
class Ran:
    """A definition file that has run."""

    tree: ast.Module
    """Its syntax tree, without the imports of shared modules."""
    names: Mapping[str, object]
    """The values of its names."""
    created: tuple[ModelMeta | Row, ...]
    """Every definition and row that was made, whether a name holds it or not."""


def run(
    path: Path, content: bytes | None, shared: SharedValues
) -> tuple[Ran | None, list[Problem]]:
    """Run a definition file; with `content`, as if the file held that.

    Returns None if it cannot be run. `shared` holds the values of shared modules read already.
    """

    def refused(line: int, wrong: str, cure: str) -> Problem:
        return Problem(Where(path, line), path.stem, "", wrong, cure)

    try:
        tree = ast.parse(path.read_bytes() if content is None else content, str(path))
    except SyntaxError as error:
        return None, [refused(*explain(path, error))]
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        return None, [refused(0, f"cannot be read: {error}", "Write it as UTF-8 text.")]
    shared_names, refused_imports = take_imports(path, tree, shared)
    problems = [*refused_imports, *repair_calls(path, tree)]
    namespace: dict[str, object] = {**shared_names, "__name__": path.stem, "__file__": str(path)}
    namespace["__builtins__"] = safe_builtins()
    with recording() as created:
        try:
            exec(compile(tree, str(path), "exec"), namespace)
        except (Exception, SystemExit) as error:
            is_reported = refused_imports and isinstance(error, (NameError, ImportError))
            return None, problems if is_reported else [*problems, refused(*explain(path, error))]
    _state_org(created, namespace.get("ORG"))
    return Ran(tree, namespace, tuple(created)), problems


def _state_org(created: list[ModelMeta | Row], org: object) -> None:
    """Give the ORG of a file to its definitions that state no org."""
    for meta in created:
        if isinstance(meta, ModelMeta) and meta.org == "" and org is not None:
            object.__setattr__(meta, "org", org)

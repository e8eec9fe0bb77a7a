"""What `[tool.hubenum]` says: where definitions are, where the output goes, whose uploads."""

import difflib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .problem import DefinitionError, Problem, Where


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one project. Paths are absolute."""

    definitions: Path
    """The folder of definition files."""
    output: Path
    """The folder that `generate` writes."""
    uploader: str
    """The namespace of the uploads: "unsloth"."""
    originals: bool = True
    """Whether the publishers' own repos are listed too."""
    stats: Path = Path("stats")
    """The folder that `stats record` writes."""
    readme: Path | None = None
    """A Markdown file whose table of families is kept true, if any."""


_TYPES = {
    "definitions": str,
    "output": str,
    "uploader": str,
    "originals": bool,
    "stats": str,
    "readme": str,
}


def find_config(start: Path) -> Config:
    """The configuration of the project that `start` is in: the nearest folder upwards whose
    pyproject.toml has `[tool.hubenum]`; failing that, the checkout this code runs from.

    Raises DefinitionError where there is none, or where it says something unknown.
    """
    for folder in [start, *start.parents, Path(__file__).resolve().parent.parent]:
        path = folder / "pyproject.toml"
        if not path.is_file():
            continue
        try:
            table = tomllib.loads(path.read_text("utf-8")).get("tool", {}).get("hubenum")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise _error(path, "", f"not TOML: {error}", "Mend the syntax.") from None
        if table is not None:
            return _read(path, table)
    cure = "Run `hubenum init` in the folder of your project, or work inside one."
    raise _error(start, "", "no pyproject.toml with [tool.hubenum] here or above", cure)


def _read(path: Path, table: dict[str, object]) -> Config:
    problems: list[Problem] = []
    for key, value in table.items():
        if key not in _TYPES:
            near = difflib.get_close_matches(key, _TYPES, 1)
            cure = f"Write `{near[0]}`." if near else f"Use one of: {', '.join(_TYPES)}."
            problems.append(_problem(path, key, "unknown key", cure))
        elif not isinstance(value, _TYPES[key]) or value == "":
            cure = f"Write a {'string' if _TYPES[key] is str else 'true or false'}."
            problems.append(_problem(path, key, repr(value), cure))
    for key in ("definitions", "output", "uploader"):
        if key not in table:
            problems.append(_problem(path, key, "missing", f"Add `{key}` to [tool.hubenum]."))
    if problems:
        raise DefinitionError(problems)
    return Config(
        definitions=(path.parent / str(table["definitions"])).resolve(),
        output=(path.parent / str(table["output"])).resolve(),
        uploader=str(table["uploader"]),
        originals=bool(table.get("originals", True)),
        stats=(path.parent / str(table.get("stats", "stats"))).resolve(),
        readme=(path.parent / str(table["readme"])).resolve() if "readme" in table else None,
    )


def _problem(path: Path, key: str, found: str, cure: str) -> Problem:
    return Problem(Where(path, 0), "[tool.hubenum]", key, found, cure)


def _error(path: Path, key: str, found: str, cure: str) -> DefinitionError:
    return DefinitionError([_problem(path, key, found, cure)])

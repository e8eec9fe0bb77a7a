"""What `[tool.hubenum]` says: where definitions are, where the output goes, whose uploads."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from ..load.extends import UPLOADER, Folder, find_extended, stated_uploader
from ..problem import DefinitionError, Problem, Where

Finding = tuple[str, str, str]
"""Key, what was found, what to write."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one project. Paths are absolute."""

    definitions: Path
    """The folder of definition files."""
    output: Path
    """The folder that `generate` writes."""
    uploader: str
    """The namespace of the uploads: "unsloth"."""
    extends: tuple[Folder, ...] = ()
    """Other people's definitions that are part of the project's, in the order of the key."""
    originals: bool = True
    """Whether the publishers' own repos are listed too."""
    stats: Path = Path("stats")
    """The folder that `stats record` writes."""
    readme: Path | None = None
    """A Markdown file whose table of families is kept true, if any."""

    @property
    def folders(self) -> tuple[Folder, ...]:
        """Every folder of definitions with whose uploads it declares, the project's own last."""
        return (*self.extends, Folder(self.definitions, self.uploader))


_TYPES: Mapping[str, type] = {
    "definitions": str,
    "output": str,
    "uploader": str,
    "extends": list,
    "originals": bool,
    "stats": str,
    "readme": str,
}
_WORDS: Mapping[type, str] = {str: "a string", bool: "true or false", list: "a list of strings"}
_PATHS = ("definitions", "output", "stats", "readme")
_OWNER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


def is_owner(text: str) -> bool:
    """Whether a text can be a namespace on the Hub, the part of a repo id before the slash."""
    return _OWNER.fullmatch(text) is not None


def find_config(start: Path) -> Config:
    """The configuration of the project that `start` is in: the nearest folder upwards whose
    pyproject.toml has `[tool.hubenum]`; failing that, the checkout this code runs from.

    Raises DefinitionError where there is none, or where it says something unknown.
    """
    for path, table in _tables([start, *start.parents, Path(__file__).resolve().parents[2]]):
        return _read(path, table)
    found = "there is none in this folder or one above it"
    cure = "Run `hubenum init` in the folder of your project, or work inside one."
    raise DefinitionError([_problem(start / "pyproject.toml", "", found, cure)])


def config_of(definitions: Path) -> Config:
    """The configuration that a folder of definitions belongs to: of the project above it that
    names the folder, or of the folder by itself, if its `__init__.py` says whose uploads it has.

    So the definitions that are installed with this package are never taken for those of the
    project whose virtual environment they are in. Raises DefinitionError where there is neither.
    """
    folder = definitions.resolve()
    for path, table in _tables(folder.parents):
        if (path.parent / str(table.get("definitions"))).resolve() == folder:
            return _read(path, table)
    if uploader := stated_uploader(folder):
        return Config(folder, folder.parent / "generated", uploader)
    cure = f'Name the folder in [tool.hubenum], or write {UPLOADER} = "..." in its __init__.py.'
    found = "these definitions belong to no project, and do not say whose uploads they are"
    raise DefinitionError([Problem(Where(folder, 0), "", "uploader", found, cure)])


def has_config(folder: Path) -> bool:
    """Whether the pyproject.toml of this very folder has [tool.hubenum]."""
    return any(True for _ in _tables([folder]))


def _tables(folders: Iterable[Path]) -> Iterator[tuple[Path, dict[str, object]]]:
    """Each pyproject.toml of these folders that has [tool.hubenum], with what that says."""
    for folder in folders:
        path = folder / "pyproject.toml"
        tools = read_toml(path).get("tool") if path.is_file() else None
        table = cast("dict[str, object]", tools).get("hubenum") if isinstance(tools, dict) else None
        if isinstance(table, dict):
            yield path, cast("dict[str, object]", table)
        elif table is not None:
            problem = _problem(path, "", f"{table!r}, which is no table", "Write [tool.hubenum].")
            raise DefinitionError([problem])


def read_toml(path: Path) -> dict[str, object]:
    """What a TOML file says. Raises DefinitionError where it is none."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problem = Problem(Where(path, 0), "", "TOML", str(error), "Mend the syntax.")
        raise DefinitionError([problem]) from None


def _read(path: Path, table: Mapping[str, object]) -> Config:
    problems = [_problem(path, *finding) for finding in _mistakes(table)]
    if problems:
        raise DefinitionError(problems)
    stated = {"stats": "stats", **table}
    folders = {key: (path.parent / str(stated[key])).resolve() for key in _PATHS if key in stated}
    uploader, findings = _uploader(table, folders["definitions"])
    extended, more = find_extended(cast("list[str]", table.get("extends", [])), path.parent)
    problems = [_problem(path, *finding) for finding in (*findings, *more)]
    if folders["definitions"] == folders["output"]:
        cure = "Give the output a folder of its own."
        problems.append(_problem(path, "output", "the folder of the definitions", cure))
    if folders["definitions"] in [folder.path for folder in extended]:
        cure = "Take it out: a project's own definitions are always read."
        problems.append(_problem(path, "extends", "lists the project's own definitions", cure))
    if problems:
        raise DefinitionError(problems)
    return Config(
        definitions=folders["definitions"],
        output=folders["output"],
        uploader=uploader,
        extends=extended,
        originals=bool(table.get("originals", True)),
        stats=folders["stats"],
        readme=folders.get("readme"),
    )


def _mistakes(table: Mapping[str, object]) -> Iterator[Finding]:
    """Keys that there are not or that are missing, and values of another type."""
    for key, value in table.items():
        if key not in _TYPES:
            near = difflib.get_close_matches(key, _TYPES, 1)
            cure = f"Write `{near[0]}`." if near else f"Use one of: {', '.join(_TYPES)}."
            yield key, "unknown key", cure
            continue
        items = cast("list[object]", value) if isinstance(value, list) else [value]
        of = str if _TYPES[key] is list else _TYPES[key]
        if not isinstance(value, _TYPES[key]) or not all(
            isinstance(i, of) and i != "" for i in items
        ):
            yield key, f"{table[key]!r}", f"Write {_WORDS[_TYPES[key]]}."
    for key in ("definitions", "output"):
        if key not in table:
            yield key, "missing", f"Add `{key}` to [tool.hubenum]."


def _uploader(table: Mapping[str, object], definitions: Path) -> tuple[str, list[Finding]]:
    """Whose uploads they are, which the definitions may say as well: whoever extends them has no
    other way to know."""
    key, stated = table.get("uploader"), stated_uploader(definitions)
    uploader = str(key or stated or "")
    if not uploader:
        return "", [("uploader", "missing", "Add `uploader` to [tool.hubenum].")]
    if key and stated and key != stated:
        found = f"{key!r}, but {definitions.name}/__init__.py says {UPLOADER} = {stated!r}"
        return "", [("uploader", found, "Write it in one of the two places only.")]
    if not is_owner(uploader):
        cure = "Write the name of a user or an organisation on the Hub."
        return "", [("uploader", f"{uploader!r}, which is no namespace", cure)]
    return uploader, []


def _problem(path: Path, key: str, found: str, cure: str) -> Problem:
    return Problem(Where(path, 0), "[tool.hubenum]", key, found, cure)

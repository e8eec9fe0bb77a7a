"""The settings of a project: [tool.hubenum] in pyproject.toml."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from ..load.extends import BUNDLED, UPLOADER, Folder, stated_uploader
from ..names.owner import PLAIN, ConstantTemplates, is_constant_template
from ..names.repo_id import is_owner
from ..problem import DefinitionError, Problem, Where, refused
from .extends import find_extended
from .toml import hubenum_table

_Mistake = tuple[str, str, str]
"""A setting, what is wrong with it, and the cure."""


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
    """Definitions of others that are part of the project, in the order of the setting."""
    originals: bool = True
    """Whether the publishers' own repos are listed too."""
    stats: Path = Path("stats")
    """The folder that `stats record` writes."""
    readme: Path | None = None
    """A Markdown file whose table of families is kept up to date, if any."""
    constants: ConstantTemplates = PLAIN
    """How constants carry the name of their uploader."""
    sync_families: tuple[str, ...] = ()
    """The families that `sync` plans for, if no other is named; all if empty."""
    sync_ignore: tuple[str, ...] = ()
    """Ids, or wildcards such as "unsloth/*-LoRA", of uploads that `sync` leaves out."""
    is_bundled: bool = False
    """Whether these are the models that come with hubenum, used where there is no project."""

    @property
    def folders(self) -> tuple[Folder, ...]:
        """Every folder of definitions, the project's own last."""
        own = Folder(self.definitions, self.uploader, constants=self.constants)
        return (*self.extends, own)


_TYPES: Mapping[str, type] = {
    "definitions": str,
    "output": str,
    "uploader": str,
    "extends": list,
    "originals": bool,
    "stats": str,
    "readme": str,
    "constants": dict,
    "sync": dict,
}
_TYPE_NAMES: Mapping[type, str] = {
    str: "a string",
    bool: "true or false",
    list: 'a list: ["hubenum"]',
    dict: 'a table: { others = "{owner}_{name}" }',
}
_PATHS = ("definitions", "output", "stats", "readme")


def find_config(start: Path, *, or_bundled: bool = False) -> Config:
    """The settings of the project that contains the folder `start`.

    That is the nearest pyproject.toml upwards that has [tool.hubenum]; if there is none, the
    models that come with hubenum if `or_bundled`. Raises DefinitionError if there is neither, or
    if the settings have mistakes.
    """
    for path, table in _tables([start, *start.parents]):
        return _read(path, table)
    if not or_bundled:
        raise _no_project(start)
    uploader = stated_uploader(BUNDLED) or ""
    output = BUNDLED.parent / "generated"
    return Config(BUNDLED, output, uploader, stats=Path("stats").resolve(), is_bundled=True)


def require_project(config: Config) -> None:
    """Raise DefinitionError if these are the models that come with hubenum: they are only read."""
    if config.is_bundled:
        raise _no_project(Path.cwd())


def _no_project(start: Path) -> DefinitionError:
    problem = "not in a pyproject.toml of this folder or one above it"
    cure = "Run `hubenum init` in the folder of your project, or work inside one."
    return refused(start / "pyproject.toml", "[tool.hubenum]", problem, cure)


def config_of(definitions: Path) -> Config:
    """The settings that a folder of definitions belongs to.

    That is the project above it that names the folder, or the folder by itself if its
    `__init__.py` states whose uploads it declares. So definitions in a virtual environment never
    belong to the project around it. Raises DefinitionError if there is neither.
    """
    folder = definitions.resolve()
    for path, table in _tables(folder.parents):
        if (path.parent / str(table.get("definitions"))).resolve() == folder:
            return _read(path, table)
    if uploader := stated_uploader(folder):
        return Config(folder, folder.parent / "generated", uploader)
    cure = f'Name the folder in [tool.hubenum], or write {UPLOADER} = "..." in its __init__.py.'
    problem = "these definitions belong to no project, and do not state whose uploads they declare"
    raise refused(folder, "uploader", problem, cure)


def _tables(folders: Iterable[Path]) -> Iterator[tuple[Path, dict[str, object]]]:
    """The [tool.hubenum] of each of these folders that has one, with its pyproject.toml."""
    for folder in folders:
        path = folder / "pyproject.toml"
        table = hubenum_table(path)
        if table is not None:
            yield path, table


def _read(path: Path, table: Mapping[str, object]) -> Config:
    """The settings in a table. Raises DefinitionError with every mistake."""
    mistakes = list(_mistakes(table))
    folders = _folders(path.parent, {"stats": "stats", **table}, mistakes)
    _raise(path, mistakes)
    uploader = _uploader(table, folders["definitions"], mistakes)
    constants = _constants(table.get("constants", {}), uploader, mistakes)
    entries = cast("list[object]", table.get("extends", []))
    extended, unusable = find_extended(entries, path.parent, constants)
    mistakes += [("extends", *mistake) for mistake in unusable]
    if folders["definitions"] == folders["output"]:
        cure = "Give the output a folder of its own."
        mistakes.append(("output", "the same folder as the definitions", cure))
    if folders["definitions"] in [folder.path for folder in extended]:
        cure = "Remove them: a project's own definitions are always read."
        mistakes.append(("extends", "lists the project's own definitions", cure))
    scope = cast("Mapping[str, object]", table.get("sync", {}))
    mistakes += _sync_mistakes(scope)
    _raise(path, mistakes)
    return Config(
        definitions=folders["definitions"],
        output=folders["output"],
        uploader=uploader,
        extends=extended,
        originals=bool(table.get("originals", True)),
        stats=folders["stats"],
        readme=folders.get("readme"),
        constants=constants,
        sync_families=tuple(cast("list[str]", scope.get("families", []))),
        sync_ignore=tuple(cast("list[str]", scope.get("ignore", []))),
    )


def _sync_mistakes(scope: Mapping[str, object]) -> Iterator[_Mistake]:
    """What is wrong in [tool.hubenum.sync]: two lists of strings."""
    for key, value in scope.items():
        items = cast("list[object]", value) if isinstance(value, list) else [None]
        if key not in ("families", "ignore"):
            yield f"sync.{key}", "unknown setting", "Use one of: families, ignore."
        elif not all(isinstance(item, str) and item for item in items):
            example = "llama" if key == "families" else "unsloth/*-LoRA"
            yield f"sync.{key}", f"{value!r}", f'Write a list: {key} = ["{example}"].'


def _raise(path: Path, mistakes: Iterable[_Mistake]) -> None:
    where = Where(path, 0)
    if problems := [Problem(where, "[tool.hubenum]", *mistake) for mistake in mistakes]:
        raise DefinitionError(problems)


def _mistakes(table: Mapping[str, object]) -> Iterator[_Mistake]:
    """Unknown and missing settings, and values of the wrong type."""
    for key, value in table.items():
        if key not in _TYPES:
            near = difflib.get_close_matches(key, _TYPES, 1)
            cure = f"Write `{near[0]}`." if near else f"Use one of: {', '.join(_TYPES)}."
            yield key, "unknown setting", cure
        elif not isinstance(value, _TYPES[key]) or value == "":
            yield key, f"{value!r}", f"Write {_TYPE_NAMES[_TYPES[key]]}."
    for key in ("definitions", "output"):
        if key not in table:
            yield key, "missing", f"Add `{key}` to [tool.hubenum]."


def _folders(root: Path, table: Mapping[str, object], mistakes: list[_Mistake]) -> dict[str, Path]:
    """The paths in a table, absolute. Adds what cannot be one to the mistakes."""
    folders: dict[str, Path] = {}
    for key in _PATHS:
        value = table.get(key)
        if not isinstance(value, str) or not value:
            continue
        try:
            folders[key] = (root / value).resolve()
            if wrong := _in_the_way(folders[key], is_folder=key != "readme"):
                mistakes.append((key, f"{value!r}: {wrong}", "Write another path."))
        except ValueError:
            wrong = f"{value!r} is not a path: it holds a null character"
            mistakes.append((key, wrong, "Write another path."))
        except (OSError, RuntimeError) as error:  # a loop of links
            mistakes.append((key, f"{value!r} is not a path: {error}", "Write another path."))
    return folders


def _in_the_way(path: Path, *, is_folder: bool) -> str:
    """What makes a path impossible for a folder or else a Markdown file; "" if nothing does.
    Raises OSError."""
    if not is_folder and path.suffix in (".json", ".jsonl", ".py", ".pyi", ".toml"):
        return "a table in Markdown does not belong in this file"
    if not is_folder and path.exists() and not path.is_file():
        return "this is no regular file"
    around = [path, *path.parents] if is_folder else path.parents
    there = next(folder for folder in around if folder.exists())
    return "" if there.is_dir() else f"{there.name} is a file, not a folder"


def _uploader(table: Mapping[str, object], definitions: Path, mistakes: list[_Mistake]) -> str:
    """The uploader. The definitions may state it too, for projects that extend them."""
    key, stated = table.get("uploader"), stated_uploader(definitions)
    uploader = str(key or stated or "")
    if not uploader:
        mistakes.append(("uploader", "missing", "Add `uploader` to [tool.hubenum]."))
    elif key and stated and key != stated:
        problem = (
            f"{key!r}, but {Where(definitions / '__init__.py', 0)} has {UPLOADER} = {stated!r}"
        )
        mistakes.append(("uploader", problem, "Write it in one of the two places only."))
    elif not is_owner(uploader):
        cure = "Write the name of a user or an organization on the Hub."
        mistakes.append(("uploader", f"{uploader!r} is not a namespace", cure))
    return uploader


def _constants(stated: object, uploader: str, mistakes: list[_Mistake]) -> ConstantTemplates:
    """The templates of constants, for the project's own uploader and for others."""
    templates = {"own": "{name}", "others": "{name}"}
    for key, value in cast("Mapping[str, object]", stated).items():
        if key not in templates:
            mistakes.append((f"constants.{key}", "unknown setting", "Use `own` or `others`."))
        elif not isinstance(value, str) or not is_constant_template(value):
            cure = 'Write {name} once and {owner} at most once: "{owner}_{name}".'
            mistakes.append((f"constants.{key}", f"{value!r} is not a template", cure))
        else:
            templates[key] = value
    return ConstantTemplates(uploader, **templates)

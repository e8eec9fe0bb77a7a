"""Definitions of others that a project extends: where they are, and whose uploads they declare."""

import difflib
import importlib.util
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from ..load.extends import BUNDLED, UPLOADER, Folder, stated_uploader
from ..names.owner import ConstantTemplates
from ..problem import DefinitionError, Where
from .toml import hubenum_table


@dataclass(frozen=True, slots=True)
class Extension:
    """One entry of `extends`: a string such as "hubenum:llama,qwen", or a table."""

    source: str
    """"hubenum", an installed "package.definitions" or a "../path/of/definitions"."""
    families: tuple[str, ...] | None = None
    """The families to take; None for all."""
    uploader: str | None = None
    """Whose uploads they are, if they do not state it."""


def find_extended(
    entries: Sequence[object], root: Path, constants: ConstantTemplates
) -> tuple[tuple[Folder, ...], list[tuple[str, str]]]:
    """The folders that the entries of `extends` name, and the mistakes in the others.

    "hubenum" is the definitions that come with this package; a name with a slash is a path,
    relative to the project's folder `root`; any other is an installed package or one in `root`.
    A mistake is what is wrong and the cure.
    """
    folders: list[Folder] = []
    mistakes: list[tuple[str, str]] = []
    for entry in entries:
        extension = read_entry(entry)
        if extension is None:
            cure = 'Write "NAME", "NAME:FAMILY,FAMILY" or { from = "NAME", uploader = "OWNER" }.'
            mistakes.append((f"{entry!r} is not an entry", cure))
            continue
        folder = _folder(extension, root, constants)
        if not isinstance(folder, Folder):
            mistakes.append(folder)
        elif any(other.path == folder.path for other in folders):
            mistakes.append((f"{extension.source!r} is listed twice", "Remove one of the two."))
        else:
            folders.append(folder)
    return tuple(folders), mistakes


def read_entry(entry: object) -> Extension | None:
    """An entry of `extends`; None if it has another form."""
    if isinstance(entry, str):
        match = re.fullmatch(r"(?P<source>.*[^:]):(?P<families>[\w\s,-]*)", entry, re.DOTALL)
        if match is None:
            return Extension(entry) if entry.strip() else None
        listed = tuple(name.strip() for name in match["families"].split(","))
        return Extension(match["source"], listed)
    if not isinstance(entry, Mapping):
        return None
    table = cast("Mapping[str, object]", entry)
    source, uploader, families = table.get("from"), table.get("uploader"), table.get("families")
    names = cast("list[object]", families) if isinstance(families, list) else None
    if (
        table.keys() - {"from", "uploader", "families"}
        or not (isinstance(source, str) and source.strip())
        or not (uploader is None or (isinstance(uploader, str) and uploader))
        or (families is not None and names is None)
        or not all(isinstance(name, str) for name in names or ())
    ):
        return None
    return Extension(source, None if names is None else tuple(map(str, names)), uploader)


def _folder(
    extension: Extension, root: Path, constants: ConstantTemplates
) -> Folder | tuple[str, str]:
    """The folder that an entry names, or what is wrong and the cure."""
    try:
        path = _find(extension.source, root)
    except (ValueError, OSError, RuntimeError):  # NUL, a loop of links, no name of a module
        path = None
    if path is None or not path.is_dir():
        cure = 'Write "hubenum", an installed "package.definitions" or a "../path/of/definitions".'
        return f"{extension.source!r} does not exist", cure
    stated = stated_uploader(path)
    uploader = stated or extension.uploader or _configured_uploader(path)
    if uploader is None:
        problem = f"{extension.source!r} does not state whose uploads it declares"
        entry = f'{{ from = "{extension.source}", uploader = "OWNER" }}'
        where = Where(path / "__init__.py", 0)
        return problem, f'Write {entry} here, or {UPLOADER} = "OWNER" in {where}.'
    if stated and extension.uploader and stated != extension.uploader:
        problem = f"{extension.source!r} states the uploader {stated!r}, not {extension.uploader!r}"
        return problem, "Remove `uploader` from the entry."
    known = [file.stem for file in Folder(path, uploader).files()]
    for name in extension.families or ():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            cure = f"Write `{near[0]}`." if near else "Write the name of a file there, without .py."
            return f"{extension.source!r} has no family {name!r}", cure
    if extension.families is not None and not extension.families:
        return f"no family of {extension.source!r} is listed", "List one, or leave the list out."
    return Folder(path, uploader, extension.families, constants)


def _find(name: str, root: Path) -> Path | None:
    """The folder that a name in `extends` stands for; None if there is none."""
    if name == "hubenum":
        return BUNDLED
    if "/" in name or "\\" in name or name.startswith("."):
        return (root / name).resolve()
    first, *rest = name.split(".")
    # Asked for a name without a dot, find_spec imports nothing.
    spec = None if (root / first).is_dir() else importlib.util.find_spec(first)
    bases = (spec.submodule_search_locations if spec else [root / first]) or ()
    places = [Path(base, *rest) for base in bases]
    return next((place.resolve() for place in places if place.is_dir()), None)


def _configured_uploader(folder: Path) -> str | None:
    """The uploader in the pyproject.toml above a folder that names it as its definitions."""
    for parent in folder.parents:
        try:
            table = hubenum_table(parent / "pyproject.toml")
        except DefinitionError:
            continue
        if table and (parent / str(table.get("definitions"))).resolve() == folder:
            uploader = table.get("uploader")
            return uploader if isinstance(uploader, str) and uploader else None
    return None

"""Other people's definitions that a project's own extend: where they are, and whose uploads."""

import ast
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..problem import Where

Finding = tuple[str, str, str]
"""Key, what was found, what to write."""

UPLOADER = "UPLOADER"
"""The name in the `__init__.py` of definitions that says whose uploads they are."""

_OURS = Path(__file__).resolve().parents[2] / "definitions"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of definition files."""

    path: Path
    """Absolute."""
    uploader: str
    """The namespace of the uploads they declare, where they say no other."""


def find_extended(names: Sequence[str], root: Path) -> tuple[tuple[Folder, ...], list[Finding]]:
    """The folders that the names in `extends` stand for, and what is wrong with the others.

    "hubenum" is the definitions that come with this package, whatever else is called like them;
    a name with a slash is a path from the project's folder `root`; any other is a package that is
    installed, "acme_models.definitions", or lies in `root`.
    """
    folders: list[Folder] = []
    findings: list[Finding] = []
    for name in names:
        path = _find(name, root)
        uploader = stated_uploader(path) if path else None
        if path is None or not path.is_dir():
            found = f"{name!r}, which is not there"
            cure = (
                'Write "hubenum", an installed "package.definitions" or a "../path/of/definitions".'
            )
            findings.append(("extends", found, cure))
        elif uploader is None:
            found = f"{name!r} does not say whose uploads its definitions declare"
            cure = f'Write {UPLOADER} = "..." in {Where(path / "__init__.py", 0)}.'
            findings.append(("extends", found, cure))
        elif any(folder.path == path for folder in folders):
            findings.append(("extends", f"{name!r} is listed twice", "Remove one of the two."))
        else:
            folders.append(Folder(path, uploader))
    return tuple(folders), findings


def _find(name: str, root: Path) -> Path | None:
    if name == "hubenum":
        return _OURS
    if "/" in name or "\\" in name or name.startswith("."):
        return (root / name).resolve()
    first, *rest = name.split(".")
    # Asked for a name without a dot, find_spec imports nothing.
    spec = None if (root / first).is_dir() else importlib.util.find_spec(first)
    found = spec.submodule_search_locations if spec else [root / first]
    places = [Path(place, *rest) for place in found or ()]
    return next((place.resolve() for place in places if place.is_dir()), None)


def stated_uploader(folder: Path) -> str | None:
    """What `UPLOADER = "..."` in the `__init__.py` of a folder says; None if it says nothing."""
    try:
        tree = ast.parse((folder / "__init__.py").read_bytes())
    except (OSError, SyntaxError, ValueError):
        return None
    for node in tree.body:
        if isinstance(node, ast.Assign) and [ast.unparse(t) for t in node.targets] == [UPLOADER]:
            value = node.value.value if isinstance(node.value, ast.Constant) else None
            return value if isinstance(value, str) else None
    return None

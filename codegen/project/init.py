"""The names of the project that `init` starts, or of one that exists."""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from keyword import iskeyword, kwlist
from pathlib import Path
from typing import cast

from ..files import BANNER, read_bytes, read_text
from ..names.owner import PLAIN
from ..names.repo_id import is_owner
from ..problem import refused
from .build import Build
from .config import find_config
from .extends import find_extended, read_entry
from .toml import hubenum_table, read_toml

_RESERVED = {"codegen", "definitions", "generated", "hubenum", *kwlist, *sys.stdlib_module_names}
"""Names of packages that an import would find elsewhere: hubenum's and Python's own."""


@dataclass(frozen=True, slots=True)
class Project:
    """What a project is called and where its parts are."""

    root: Path
    """Its folder, absolute: where pyproject.toml is."""
    definitions: str
    """The folder of definitions, relative to the root, with slashes."""
    output: str
    """The folder of the typed package, relative to the root, with slashes."""
    uploader: str
    """The namespace of its uploads on the Hub."""
    is_configured: bool = False
    """Whether pyproject.toml has [tool.hubenum] already."""
    readme: str = ""
    """The Markdown file with the table of families, relative to the root; "" for none."""
    extends: Sequence[str] = ()
    """Definitions of others that are part of it."""
    requirements: Sequence[str] = field(default=("hubenum",))
    """What has to be installed to generate it: "hubenum==1.0"."""

    @property
    def module(self) -> str:
        """The name that the typed package is imported by: "acme_models.generated"."""
        return self.output.removeprefix("src/").replace("/", ".")

    @property
    def repository(self) -> Path:
        """The top of the git repository that the project is in; the root if it is in none."""
        folders = (self.root, *self.root.parents)
        return next((folder for folder in folders if (folder / ".git").exists()), self.root)

    @property
    def subfolder(self) -> str:
        """The root, relative to the top of the repository; "" if that is the root."""
        path = self.root.relative_to(self.repository).as_posix()
        return "" if path == "." else path


def propose(
    root: Path, package: str | None = None, uploader: str | None = None, extends: Sequence[str] = ()
) -> Project:
    """The project that `init` makes of a folder.

    That is the package that the folder builds; else a new one, named after the project or the
    folder. If [tool.hubenum] exists, its settings stand. Raises DefinitionError for names that
    cannot be used, and for files in the way.
    """
    table = hubenum_table(root / "pyproject.toml")
    if table is not None:
        if package is not None or uploader is not None or extends:
            cure = "Remove the options, or change the settings in pyproject.toml."
            problem = "exists already and states where everything is"
            raise refused(root / "pyproject.toml", "[tool.hubenum]", problem, cure)
        return _configured(root)
    build = Build(root, read_toml(root / "pyproject.toml"))
    place = _place(build, package) if package is not None else _proposed_place(build)
    if uploader is None:
        uploader = _folder_name(build).removesuffix("_models").replace("_", "-")
    if not is_owner(uploader):
        problem, cure = f"{uploader!r} is not a namespace on the Hub", "Write one such as acme."
        raise refused(root, "--uploader", problem, cure)
    for problem, cure in find_extended(extends, root, PLAIN)[1]:
        raise refused(root, "--extends", problem, cure)
    for path, problem in _in_the_way(root / place):
        raise refused(path, "--package", problem, "Name another package with --package.")
    return Project(
        root,
        f"{place}/definitions",
        f"{place}/generated",
        uploader,
        readme="README.md" if _is_text(root / "README.md") else "",
        extends=tuple(extends),
        requirements=_requirements(extends, root),
    )


def _is_text(path: Path) -> bool:
    """Whether a file is there that `generate` can add a table to."""
    try:
        read_bytes(path).decode()
    except (OSError, UnicodeDecodeError):
        return False
    return True


def _configured(root: Path) -> Project:
    """The project that has its settings already."""
    config = find_config(root)
    entries = (hubenum_table(root / "pyproject.toml") or {}).get("extends", [])
    listed = map(read_entry, cast("list[object]", entries))
    sources = [entry.source for entry in listed if entry]
    return Project(
        root,
        Path(os.path.relpath(config.definitions, root)).as_posix(),
        Path(os.path.relpath(config.output, root)).as_posix(),
        config.uploader,
        is_configured=True,
        requirements=_requirements(sources, root),
    )


def _place(build: Build, package: str) -> str:
    """The folder of the package that `--package` names, "src/acme/models" for "acme.models"."""
    parts = package.split(".")
    if not all(p.isidentifier() and p.isascii() and not iskeyword(p) for p in parts):
        problem = f"{package!r} is not the name of a package"
        raise refused(build.root, "--package", problem, "Write one such as acme_models.")
    if parts[0] in _RESERVED:
        problem = f"{package!r} would be taken for another package"
        raise refused(build.root, "--package", problem, "Use a name such as acme_models.")
    for existing in build.packages():
        if existing.removeprefix("src/") == parts[0]:
            return "/".join([existing, *parts[1:]])
    return build.source() + "/".join(parts)


def _proposed_place(build: Build) -> str:
    """The folder of the package that a project builds, or of a new one."""
    existing = [path for path in build.packages() if path.split("/")[-1] not in _RESERVED]
    if build.backend and (existing or build.name):
        if existing and (build.names(existing[0]) or len(existing) == 1):
            return existing[0]
        if build.name not in _RESERVED and build.name.isidentifier() and not existing:
            return build.source() + build.name
    name = _folder_name(build)
    return build.source() + (name if name.endswith("_models") else f"{name}_models")


def _folder_name(build: Build) -> str:
    """The name of a project, or else of its folder, as an identifier."""
    name = re.sub(r"[^a-z0-9]+", "_", (build.name or build.root.name).casefold()).strip("_")
    return name if name[:1].isalpha() and name != "models" else f"my_{name}".strip("_")


def _in_the_way(package: Path) -> Iterator[tuple[Path, str]]:
    """What prevents a package here, or would be overwritten."""
    module = package.with_suffix(".py")
    if module.exists():
        yield module, "this module would no longer be importable"
    for path in (package, package / "definitions", package / "generated"):
        if path.exists() and not path.is_dir():
            yield path, "a file is where a folder belongs"
    for path in sorted((package / "definitions").glob("[!_]*.py")):
        if not re.search(r"\b(codegen|hubenum)\.schema\b", read_text(path)):
            yield path, "this file is not a definition"
    for path in (package / "generated" / name for name in ("__init__.py", "models.py")):
        if path.exists() and not read_text(path).startswith(BANNER):
            yield path, "`generate` would overwrite this file"


def _requirements(extends: Sequence[str], root: Path) -> tuple[str, ...]:
    """What to install: this version, and the distributions whose definitions are extended."""
    names = ["hubenum"]
    installed: Mapping[str, list[str]] = packages_distributions() if extends else {}
    for source in (entry.source for entry in map(read_entry, extends) if entry):
        first = source.partition(".")[0]
        if "/" not in source and first and not (root / first).is_dir():
            names += [name for name in installed.get(first, [first]) if name not in names]
    return tuple(map(_pinned, names))


def _pinned(name: str) -> str:
    """A distribution, pinned to the installed version, since others may generate other output."""
    try:
        return f"{name}=={version(name)}"
    except PackageNotFoundError:  # run from a checkout
        return name

"""Which packages a project's next wheel holds, by build back end."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import cast

Table = Mapping[str, object]

_NO_PACKAGES = frozenset(
    {"build", "ci", "dist", "docs", "examples", "hooks", "notebooks", "requirements", "scripts"}
    | {"tasks", "test", "tests", "tools"}
)
"""Folders that no build ships as a package."""

_SETTINGS: Mapping[str, tuple[str, str]] = {
    "flit": ("tool.flit.module", "name"),
    "hatchling": ("tool.hatch.build.targets.wheel", "packages"),
    "pdm": ("tool.pdm.build", "includes"),
    "poetry": ("tool.poetry", "packages"),
    "setuptools": ("tool.setuptools", "packages"),
    "uv": ("tool.uv.build-backend", "module-name"),
}
"""Where the packages that a back end ships are stated: the table and the key."""


def table_at(top: Table, dotted: str) -> Table:
    """A table inside a TOML file: "tool.poetry"; {} if there is none."""
    table: object = top
    for key in dotted.split("."):
        table = cast("Table", table).get(key) if isinstance(table, dict) else None
    return cast("Table", table) if isinstance(table, dict) else {}


@dataclass(frozen=True, slots=True)
class Build:
    """How a project is built, according to its pyproject.toml. Paths are relative to the root."""

    root: Path
    """The project's folder."""
    toml: Table
    """Its pyproject.toml."""

    @property
    def backend(self) -> str:
        """The build back end: "hatchling"; "" if the project builds nothing."""
        stated = table_at(self.toml, "build-system").get("build-backend")
        if isinstance(stated, str):
            return re.split(r"[._:]", stated)[0]
        return "setuptools" if {"project", "build-system"} & self.toml.keys() else ""

    @property
    def name(self) -> str:
        """The import name that the project's name stands for; "" if it has no name."""
        names = (table_at(self.toml, table).get("name") for table in ("project", "tool.poetry"))
        return next((re.sub(r"[-_.]+", "_", n).lower() for n in names if isinstance(n, str)), "")

    def packages(self) -> list[str]:
        """The packages that exist, those that the build names first: "src/acme"."""
        existing = [
            path.parent.relative_to(self.root).as_posix()
            for source in ("src", ".")
            for path in sorted((self.root / source).glob("*/__init__.py"))
            if path.parent.name not in _NO_PACKAGES
        ]
        named = [path for path in existing if PurePosixPath(path).name.lower() == self.name]
        stated = [path for path in self._stated() if (self.root / path / "__init__.py").is_file()]
        return list(dict.fromkeys([*stated, *named, *existing]))

    def source(self) -> str:
        """The folder that a new package goes in: "src/", or "" for the root."""
        root = self._roots()[0] if self.backend in ("setuptools", "uv") else "src"
        has_root = self.backend == "uv" or (self.root / root).is_dir()
        return f"{root}/" if root and has_root else ""

    def names(self, package: str) -> bool:
        """Whether a package is the one that the settings or the project's name stand for."""
        return package in self._stated() or PurePosixPath(package).name.lower() == self.name

    def addition(self, package: str) -> str:
        """What to add to the build so that its wheel holds a package and all in it; "" for nothing.

        `package` is a folder relative to the root: "src/acme", "src/acme/models".
        """
        if not self.backend or self._ships(package):
            return ""
        if self.backend == "flit":
            return f"Flit ships one package: run `hubenum init --package {self.name}.models`."
        if self.backend not in _SETTINGS:
            return f"Make sure that the build puts {package} and all in it into the wheel."
        # Two packages in a flat layout stop setuptools; each alone was in the wheel.
        held = [path for path in self.packages() if self._ships(path)] or self.packages()
        paths = [*held, package]
        (table, key), where = _SETTINGS[self.backend], ""
        match self.backend:
            case "poetry":
                return f"[{table}]\n{key} = [{', '.join(map(_include, paths))}]"
            case "setuptools" if listed := _texts(self._settings.get(key)):
                paths = [*listed, *_modules(package)]
            case "setuptools":
                paths = [f"{_modules(path)[0]}*" for path in paths]
                where = 'where = ["src"]\n' if package.startswith("src/") else ""
                table, key = f"{table}.packages.find", "include"
            case "uv":
                paths = [_modules(path)[0] for path in paths]
            case _:
                pass
        quoted = (f'"{path}"' for path in dict.fromkeys(paths))
        return f"[{table}]\n{where}{key} = [{', '.join(quoted)}]"

    @property
    def _settings(self) -> Table:
        """The settings of the back end that say which packages it ships."""
        return table_at(self.toml, _SETTINGS[self.backend][0]) if self.backend in _SETTINGS else {}

    def _stated(self) -> list[str]:
        """The folders of packages that the settings name."""
        _, key = _SETTINGS.get(self.backend, ("", "packages"))
        stated = self._settings.get(key)
        if self.backend == "poetry":
            entries = cast("list[object]", stated) if isinstance(stated, list) else []
            tables = [table_at({"entry": entry}, "entry") for entry in entries]
            texts = [[*_texts(t.get("from")), *_texts(t.get("include"))] for t in tables]
            return ["/".join(parts) for parts in texts if parts]
        if self.backend in ("hatchling", "pdm"):
            return [path.rstrip("/") for path in _texts(stated)]
        names = [name.replace(".", "/") for name in _texts(stated)]
        return [f"{root}/{name}" if root else name for name in names for root in self._roots()]

    def _roots(self) -> list[str]:
        """The folders that packages may lie in."""
        if self.backend == "uv":
            return [*_texts(self._settings.get("module-root")), "src"][:1]
        if self.backend == "setuptools":
            mapped = _texts(table_at(self._settings, "package-dir").get(""))
            where = _texts(table_at(self._settings, "packages.find").get("where"))
            if stated := [root.strip("./") for root in where or mapped]:
                return stated
        return ["src", ""]

    def _ships(self, package: str) -> bool:
        """Whether the next wheel holds a package and all in it."""
        stated = self._stated()
        if self.backend == "setuptools":
            return self._setuptools_ships(package, stated)
        if self.backend == "pdm" and not stated:
            return package.startswith("src/") or not (self.root / "src").is_dir()
        if not stated and self.name:
            stated = ["/".join(filter(None, [root, self.name])) for root in self._roots()]
        inside = PurePosixPath(package.lower() if not self._stated() else package)
        return any(PurePosixPath(path) in (inside, *inside.parents) for path in stated)

    def _setuptools_ships(self, package: str, stated: Iterable[str]) -> bool:
        if _texts(self._settings.get("packages")):  # subpackages are listed one by one
            parts = [package, f"{package}/definitions", f"{package}/generated"]
            return set(parts) <= set(stated)
        find = table_at(self._settings, "packages.find")
        include = _texts(find.get("include")) or ["*"]
        if find:
            is_included = [any(fnmatch(m, p) for p in include) for m in _modules(package)]
            return all(is_included) and package.startswith(tuple(self._roots()))
        if (self.root / "src").is_dir():
            return package.startswith("src/")
        top = package.partition("/")[0]  # a flat layout is built if it has one package
        return {path.partition("/")[0] for path in self.packages()} <= {top}


def _texts(value: object) -> list[str]:
    """A string, or the strings of a list, as a list."""
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def _modules(package: str) -> list[str]:
    """The names that a package and its two subpackages are imported by."""
    name = package.removeprefix("src/").replace("/", ".")
    return [name, f"{name}.definitions", f"{name}.generated"]


def _include(path: str) -> str:
    """An entry of Poetry's list of packages."""
    name = path.removeprefix("src/")
    source = ', from = "src"' if name != path else ""
    return f'{{ include = "{name}"{source} }}'

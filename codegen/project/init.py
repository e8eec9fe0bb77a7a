"""A new project of the reader's own: its names, and the files that `init` gives it."""

import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from keyword import iskeyword
from pathlib import Path
from typing import cast

import jinja2

from ..files import BANNER, read_text
from ..problem import DefinitionError, Problem, Where
from .config import find_config, is_owner
from .toml import hubenum_table, read_toml

_TEMPLATES = Path(__file__).parent / "templates"
_TAKEN = frozenset({"codegen", "definitions", "generated"}) | sys.stdlib_module_names
"""Names of packages that an import would find elsewhere: ours, and Python's own."""


@dataclass(frozen=True, slots=True)
class Project:
    """What a new project is called and where its parts go."""

    root: Path
    """Its folder, absolute: where pyproject.toml is."""
    definitions: str
    """The folder of definitions, relative to the root, with slashes."""
    output: str
    """The folder of the typed package, likewise."""
    uploader: str
    """The namespace of its uploads on the Hub."""
    is_configured: bool
    """Whether pyproject.toml says all that already."""

    @property
    def module(self) -> str:
        """What the typed package is imported as: "acme_models.generated"."""
        return self.output.removeprefix("src/").replace("/", ".")


@dataclass(frozen=True, slots=True)
class File:
    """A file that a project has, and what it is to say."""

    path: str
    """Relative to the root, with slashes."""
    text: str
    """All of it, if the file is not there yet."""
    part: str = ""
    """What to add where the file is there; "" for nothing: then it is the reader's."""
    sign: str = ""
    """A text that shows that the part is in it already."""


def propose(root: Path, package: str | None = None, uploader: str | None = None) -> Project:
    """The project that `init` makes of a folder: a package of the reader's own name, which is
    made of the project's name or the folder's, so that no import finds another's.

    A project that has [tool.hubenum] stays what that says. Raises DefinitionError for a name that
    does not do and for what is in the way.
    """
    if hubenum_table(root / "pyproject.toml") is not None:
        if package is not None or uploader is not None:
            cure = "Leave --package and --uploader out, or change what it says."
            found = "is there already and says where everything is"
            raise _refused(root / "pyproject.toml", "[tool.hubenum]", found, cure)
        config = find_config(root)
        definitions, output = (
            Path(os.path.relpath(path, root)).as_posix()
            for path in (config.definitions, config.output)
        )
        return Project(root, definitions, output, config.uploader, True)
    name = _name(root)
    if package is None:
        package = name if name.endswith("_models") else f"{name}_models"
    if uploader is None:
        uploader = name.removesuffix("_models").replace("_", "-")
    if not package.isidentifier() or not package.isascii() or iskeyword(package):
        found, cure = f"{package!r} is no name of a package", "Write one such as acme_models."
        raise _refused(root, "--package", found, cure)
    if package in _TAKEN:
        cure = "Take a name of your own, such as acme_models."
        raise _refused(root, "--package", f"{package!r} would be taken for another package", cure)
    if not is_owner(uploader):
        found, cure = f"{uploader!r} is no namespace on the Hub", "Write one such as acme."
        raise _refused(root, "--uploader", found, cure)
    place = f"src/{package}" if (root / "src").is_dir() else package
    project = Project(root, f"{place}/definitions", f"{place}/generated", uploader, False)
    for path, found in _in_the_way(root / place):
        raise _refused(path, "--package", found, "Give the package another name.")
    return project


def _name(root: Path) -> str:
    """A name for what is made in a folder: the project's, else the folder's, as an identifier."""
    path = root / "pyproject.toml"
    stated = read_toml(path).get("project") if path.is_file() else None
    name = cast("dict[str, object]", stated).get("name") if isinstance(stated, dict) else None
    text = name if isinstance(name, str) else root.name
    name = re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_")
    return name if name[:1].isalpha() and name != "models" else f"my_{name}".strip("_")


def _in_the_way(package: Path) -> Iterator[tuple[Path, str]]:
    """What makes a package impossible, or would be lost to it."""
    module = package.with_suffix(".py")
    if module.exists():
        yield module, "a module of that name would no longer be found"
    for path in (package, package / "definitions", package / "generated"):
        if path.exists() and not path.is_dir():
            yield path, "a file is where a folder belongs"
    for path in sorted((package / "definitions").glob("[!_]*.py")):
        if "codegen.schema" not in read_text(path):
            yield path, "a file of another kind is where definitions belong"
    for path in (package / "generated" / name for name in ("__init__.py", "models.py")):
        if path.exists() and not read_text(path).startswith(BANNER):
            yield path, "`generate` would overwrite this file"


def files(project: Project) -> list[File]:
    """What a project has, pyproject.toml last: once it is there, everything is."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        variable_start_string="<<",  # the workflows are full of ${{ }}
        variable_end_string=">>",
        keep_trailing_newline=True,
        newline_sequence="\n",
    )
    environment.filters["text"] = lambda value: json.dumps(value, ensure_ascii=False)

    def text(name: str) -> str:
        return environment.get_template(f"{name}.jinja").render(
            definitions=project.definitions,
            output=project.output,
            uploader=project.uploader,
            module=project.module,
            requirement=_requirement(),
        )

    attributes, hooks, table = map(
        text, ("gitattributes", "pre-commit-config.yaml", "pyproject.toml")
    )
    package = Path(project.definitions).parent
    has_families = any((project.root / project.definitions).glob("[!_]*.py"))
    return [
        *([] if project.is_configured else [
            File((package / "__init__.py").as_posix(), text("package.py")),
            File(f"{project.definitions}/__init__.py", text("definitions.py")),
        ]),
        *([] if has_families else [File(f"{project.definitions}/example.py", text("example.py"))]),
        File(".gitattributes", attributes, attributes, f"{project.output}/"),
        File(".pre-commit-config.yaml", hooks, hooks.partition("\n")[2], "hubenum"),
        File(".github/workflows/hubenum.yml", text("check.yml")),
        File(".github/workflows/hubenum-nightly.yml", text("nightly.yml")),
        File("pyproject.toml", table, "" if project.is_configured else table),
    ]  # fmt: skip


def _requirement() -> str:
    """This very version, since another may lay the package out otherwise."""
    try:
        return f"hubenum=={version('hubenum')}"
    except PackageNotFoundError:  # run from a checkout
        return "hubenum"


def _refused(path: Path, what: str, found: str, cure: str) -> DefinitionError:
    return DefinitionError([Problem(Where(path, 0), "", what, found, cure)])

"""The files of a new project, from templates."""

import json
import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jinja2

from ..load.extends import stated_uploader
from .init import Project

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class File:
    """A file of a new project."""

    path: str
    """Relative to the root, with slashes."""
    text: str
    """All of it, if the file does not exist."""
    part: str = ""
    """What an existing file needs as well; "" if it needs nothing."""
    sign: str = ""
    """A text that shows that the part is in it already."""
    is_appended: bool = False
    """Whether the part is appended to an existing file; otherwise its owner adds it."""


def files(project: Project, generated: Iterable[str], marks: Sequence[str]) -> list[File]:
    """The files of a project, pyproject.toml last: once it exists, all do.

    `generated` are the names of the files that `generate` writes, `marks` the two lines around
    the table of families in a README.
    """
    text = _templates(project, generated, marks)
    own = [
        File(f"{Path(project.definitions).parent.as_posix()}/__init__.py", text("package.py")),
        File(f"{project.definitions}/__init__.py", text("definitions.py")),
    ]
    example = File(f"{project.definitions}/example.py", text("example.py"))
    has_families = any((project.root / project.definitions).glob("[!_]*.py"))
    attributes, ignored, hooks = map(text, ("gitattributes", "gitignore", "pre-commit-config.yaml"))
    table, families = text("pyproject.toml"), text("readme.md")
    return [
        *([] if project.is_configured else own),
        *([] if has_families else [example]),
        File(".gitattributes", attributes, attributes, f"{project.output}/"),
        File(".gitignore", ignored, ignored, "__pycache__"),
        File(".pre-commit-config.yaml", hooks, hooks.partition("\n")[2], "hubenum"),
        File(".github/workflows/hubenum.yml", text("check.yml")),
        File(".github/workflows/hubenum-nightly.yml", text("nightly.yml")),
        *([File(project.readme, "", families, "<!-- families", True)] if project.readme else []),
        File("pyproject.toml", table, "" if project.is_configured else table, is_appended=True),
    ]


def _templates(
    project: Project, generated: Iterable[str], marks: Sequence[str]
) -> Callable[[str], str]:
    """A function that fills the template of a name for this project."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        variable_start_string="<<",  # the workflows are full of ${{ }}
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        trim_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )
    environment.filters |= {"text": partial(json.dumps, ensure_ascii=False), "shell": shlex.quote}
    folder = f"{project.subfolder}/" if project.subfolder else ""
    package = project.root / project.definitions / "__init__.py"
    states_uploader = not package.exists() or stated_uploader(package.parent) is not None
    values = {
        "project": project,
        "hubenum": shlex.join(["hubenum", *(["-C", project.subfolder] if folder else [])]),
        "install": shlex.join(["pip", "install", *project.requirements]),
        "folder": folder,
        "generated": sorted([*generated, ".black-version"]),
        "marks": marks,
        # stated in the definitions, so that other projects can extend them
        "uploader": "" if states_uploader else project.uploader,
    }
    return lambda name: environment.get_template(f"{name}.jinja").render(values)

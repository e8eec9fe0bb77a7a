"""`hubenum init`: a new project."""

import textwrap
from pathlib import Path

import click

from ..project.build import Build
from ..project.init import Project, propose
from ..project.scaffold import files
from ..project.toml import read_toml
from ..project.write import Outcome, write_new


@click.command()
@click.option("--package", metavar="NAME", help="The package to use or create: acme_models.")
@click.option("--uploader", metavar="NAME", help="The namespace on the Hub whose uploads to list.")
@click.option(
    "--extends",
    metavar="NAME",
    multiple=True,
    help="Definitions of others to include; may be repeated.",
)
def init(package: str | None, uploader: str | None, extends: tuple[str, ...]) -> None:
    """Start a project for your own models in this folder, with one example family.

    Writes definitions into the package that the folder builds, or into a new one;
    [tool.hubenum] into pyproject.toml; a hook for pre-commit; and two workflows, one that checks
    every push and one that asks the Hub every night. Existing files are kept: init prints what to
    add to them.

    \b
    Examples:
      hubenum init
      hubenum init --package acme.models --uploader acme
    """
    from ..render.readme import MARKS
    from ..render.text import draft

    project = propose(Path.cwd(), package, uploader, extends)
    for outcome in write_new(project.root, files(project, draft(()), MARKS)):
        _print(outcome)
    _print_next(project)


def _print(outcome: Outcome) -> None:
    add = "; add to it:" if outcome.by_hand else ""
    click.echo(f"{outcome.verb:<8} {outcome.file.path}{add}")
    if outcome.by_hand:
        click.echo(f"\n{textwrap.indent(outcome.by_hand, '    ')}")


def _print_next(project: Project) -> None:
    if project.subfolder:
        click.echo(f"""
The repository begins at {project.repository}: move .github and .pre-commit-config.yaml there.""")
    package = Path(project.definitions).parent.as_posix()
    if addition := Build(project.root, read_toml(project.root / "pyproject.toml")).addition(
        package
    ):
        click.echo(f"\nThe build leaves {package} out of the wheel. Add this to pyproject.toml:\n")
        click.echo(textwrap.indent(addition, "    "))
    click.echo(f"""
Next:
    hubenum generate    writes {project.output}
    hubenum check       compares it with the definitions

Then use it:

    from {project.module} import Models

Add your own families next to {project.definitions}/example.py, or replace it.""")

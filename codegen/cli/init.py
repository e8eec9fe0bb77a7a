"""`init`: a new project of the reader's own."""

import textwrap
from pathlib import Path

import click

from ..project.init import Project, files, propose
from ..project.write import Done, add


@click.command()
@click.option("--package", metavar="NAME", help="The package to make: acme_models.")
@click.option("--uploader", metavar="NAME", help="Whose uploads it lists: a namespace of the Hub.")
def init(package: str | None, uploader: str | None) -> None:
    """Make a project of your own in this folder, with one example family.

    Writes a package with definitions, [tool.hubenum] in pyproject.toml, a hook for pre-commit, and
    two workflows: one that checks every push, one that asks the Hub every night. What is there
    already is left as it is; what to add to it is said.
    """
    project = propose(Path.cwd(), package, uploader)
    for done in add(project.root, files(project)):
        _tell(done)
    _tell_next(project)


def _tell(done: Done) -> None:
    click.echo(f"{done.verb:<8} {done.file.path}{'; add to it:' if done.by_hand else ''}")
    if done.by_hand:
        click.echo(f"\n{textwrap.indent(done.by_hand, '    ')}")


def _tell_next(project: Project) -> None:
    root = project.root
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    if top != root:
        click.echo(f"""
The repository begins at {top}: move .github and .pre-commit-config.yaml there,
and have their commands run in {root.relative_to(top)}.""")
    click.echo(f"""
Next:
    hubenum generate    writes {project.output}
    hubenum check       says whether that is what the definitions say

    from {project.module} import Models

Then put families of your own beside {project.definitions}/example.py, or in its place.""")

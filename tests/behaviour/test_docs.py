"""The docs hold what is true of the repository they are in."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from codegen.cli.main import cli
from codegen.schema import ModelMeta

HOUSE = Path(__file__).parents[2]


def added_lines(diff: str, path: str) -> str:
    """What a diff adds to a file."""
    after = diff.partition(f"+++ b/{path}\n")[2].partition("\n--- ")[0]
    return "".join(f"{line[1:]}\n" for line in after.splitlines() if line.startswith("+"))


@pytest.mark.parametrize("path", ["definitions/seed_oss.py", "generated/models.py"])
def test_the_diff_that_adds_a_family_is_what_it_adds(path: str) -> None:
    text = (HOUSE / "docs" / "adding-a-family.md").read_text("utf-8")
    diff = text.partition("```diff\n")[2].partition("```")[0]
    added = added_lines(diff, path)
    assert len(added.splitlines()) > 10
    written = (HOUSE / path).read_text("utf-8")
    for hunk in added.split("\n\n"):
        assert hunk.strip("\n") in written


def test_every_field_of_a_definition_is_explained() -> None:
    text = (HOUSE / "docs" / "definitions.md").read_text("utf-8")
    table = text.partition("## Fields")[2].partition("\n## ")[0]
    for field in fields(ModelMeta):
        assert not field.init or f"`{field.name}`" in table


def test_the_readme_lists_every_command() -> None:
    text = (HOUSE / "README.md").read_text("utf-8")
    rows = text.partition("## Commands")[2].partition("\n## ")[0]
    for command in cli.list_commands(click.Context(cli)):
        assert f"\n| `{command}" in rows


@pytest.mark.parametrize("page", sorted(HOUSE.glob("*.md")) + sorted(HOUSE.glob("docs/*.md")))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target

"""The docs hold what is true of the repository they are in."""

from pathlib import Path

import pytest

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

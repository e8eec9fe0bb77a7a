"""The table of families in the README."""

from pathlib import Path

from codegen.load.extends import Folder
from codegen.models.expand import read
from codegen.render.readme import END, START, with_table

GOLDEN = Path(__file__).parents[2] / "golden" / "cases"


def test_the_table_stands_between_its_marks() -> None:
    families = read(Folder(GOLDEN / "upstream-and-mirrors", "unsloth"))
    assert with_table(f"Before\n{START}\nold\n{END}\nAfter\n", families) == (
        f"Before\n{START}\n"
        "| family | uploads | originals | sizes | quantisations |\n"
        "|---|--:|--:|---|---|\n"
        "| Qwen, by Alibaba Cloud | 2 | 2 | 4B | FP8 |\n"
        f"{END}\nAfter\n"
    )


def test_a_text_without_marks_stays_as_it_is() -> None:
    families = read(Folder(GOLDEN / "versions", "unsloth"))
    assert with_table(f"No end: {START}\n", families) == f"No end: {START}\n"
    assert with_table("Nothing\n", families) == "Nothing\n"

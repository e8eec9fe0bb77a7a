"""The table of families in the README."""

from pathlib import Path

from codegen.load.extends import Folder
from codegen.models.expand import read
from codegen.render.readme import MARKS, has_marks, with_table

START, END = MARKS
QUANTS_START, QUANTS_END = "<!-- quantizations -->", "<!-- /quantizations -->"
GOLDEN = Path(__file__).parents[2] / "golden" / "cases"


def test_the_table_stands_between_its_marks() -> None:
    families = read(Folder(GOLDEN / "upstream-and-mirrors", "unsloth"))
    assert with_table(f"Before\n{START}\nold\n{END}\nAfter\n", families) == (
        f"Before\n{START}\n"
        "| family | uploads | originals | sizes | quantizations |\n"
        "|---|--:|--:|---|---|\n"
        "| Qwen, by Alibaba Cloud | 2 | 2 | 4B | FP8 |\n"
        f"{END}\nAfter\n"
    )


def test_a_former_id_is_neither_an_upload_nor_an_original(tmp_path: Path) -> None:
    (tmp_path / "tiny.py").write_text(
        '"""Tiny, by Acme."""\n\nfrom codegen.schema import NONE, ModelMeta\n\n'
        'TINY = ModelMeta(org="acme", base_name="Tiny", quant_types=[NONE], former=["b/{name}"])\n'
    )
    table = with_table(f"{START}\n{END}\n", read(Folder(tmp_path, "unsloth")))
    assert "| Tiny, by Acme | 1 | 1 | – | – |" in table


def test_a_quantization_says_what_it_is_and_what_runs_it() -> None:
    families = read(Folder(GOLDEN / "upstream-and-mirrors", "unsloth"))
    assert with_table(f"{QUANTS_START}{QUANTS_END}\n", families) == (
        f"{QUANTS_START}\n"
        "| quantization | ends in | what it is | runs in |\n"
        "|---|---|---|---|\n"
        "| `FP8` | `-FP8` | 8-bit floating point | vLLM, SGLang, transformers |\n"
        f"{QUANTS_END}\n"
    )


def test_a_text_without_marks_stays_as_it_is() -> None:
    families = read(Folder(GOLDEN / "versions", "unsloth"))
    assert with_table(f"No end: {START}\n", families) == f"No end: {START}\n"
    assert with_table("Nothing\n", families) == "Nothing\n"
    assert not has_marks(f"{END}\n{START}\n")


def test_what_a_mark_says_behind_its_subject_is_the_readers() -> None:
    marked = "<!-- families: written by `make models` -->\n<!-- /families -->\n"
    assert has_marks(marked)
    assert "| Qwen" in with_table(marked, read(Folder(GOLDEN / "upstream-and-mirrors", "unsloth")))

"""Lost names of outputs that say less than today's."""

from pathlib import Path

from codegen.history.guard import find_losses
from codegen.history.snapshot import Member, Output
from codegen.load.extends import Folder
from codegen.models.expand import read

TINY = '''"""Tiny, by Acme."""

from codegen.schema import GGUF, ModelMeta

TINY = ModelMeta(
    org="acme", base_name="Tiny", model_sizes=["1B"], quant_types=[GGUF], original=None
)
'''
BIG = TINY.replace("Tiny", "Big").replace("TINY", "BIG")


def old(**models: str) -> Output:
    """An output without metadata."""
    return Output({"Models": {name: Member(value, "") for name, value in models.items()}}, {}, "")


def test_without_metadata_the_family_is_that_of_the_closest_name(tmp_path: Path) -> None:
    (tmp_path / "tiny.py").write_text(TINY)
    (tmp_path / "big.py").write_text(BIG)
    families = read(Folder(tmp_path, "me"))
    losses = find_losses(families, [old(TINY_2B_GGUF="me/Tiny-2B-GGUF", BIG_3B="me/Big-3B")])
    assert [(lost.name, lost.repo_id, lost.family) for lost in losses.names] == [
        ("TINY_2B_GGUF", "me/Tiny-2B-GGUF", "tiny"),
        ("BIG_3B", "me/Big-3B", "big"),
    ]
    assert str(losses.names[0]) == "TINY_2B_GGUF = me/Tiny-2B-GGUF would vanish"


def test_without_families_it_is_the_file_of_retired_names() -> None:
    losses = find_losses([], [old(TINY_2B="me/Tiny-2B")])
    assert [(lost.name, lost.family, lost.replaced_by) for lost in losses.names] == [
        ("TINY_2B", "retired", None)
    ]


def test_what_the_hub_renamed_and_what_differs_in_letter_case_only(tmp_path: Path) -> None:
    (tmp_path / "tiny.py").write_text(TINY)
    (tmp_path / "big.py").write_text(BIG)
    families = read(Folder(tmp_path, "me"))
    before = old(SMALL="me/Small-GGUF", TINY="me/TINY-1b-GGUF", GONE="me/Gone")
    losses = find_losses(
        families,
        [before],
        renames=lambda: {"me/Small-GGUF": "me/Big-1B-GGUF", "me/Gone": "me/Nowhere"},
    )
    assert {lost.name: lost.replaced_by for lost in losses.names} == {
        "SMALL": "me/Big-1B-GGUF",
        "TINY": "me/Tiny-1B-GGUF",
        "GONE": None,
    }

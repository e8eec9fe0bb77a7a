"""An earlier output, of any form that a release has written."""

import pytest

from codegen.history.snapshot import read_output

MODELS = '''
class Models(ModelPath):
    """Paths."""

    TINY_1B = "{value}"
    """tiny 1B: not quantized.

    https://huggingface.co/unsloth/Tiny-1B
    """

    MINE = "me/mine"
'''
BY_NAME = """
DEFAULTS = {"size": None, "is_mirror": False}
ROWS = {"TINY_1B": {"repo_id": "unsloth/Tiny-1B", "family": "TINY", "size": "1B", "stem": "s"}}
"""
BY_POSITION = """
FIELDS = ("family", "size", "is_mirror", "stem")
ROWS = {"TINY_1B": ("TINY", "1B", False, "s")}
"""


@pytest.mark.parametrize("metadata", [BY_NAME, BY_POSITION])
def test_a_model_has_the_id_and_the_attributes_that_were_generated(metadata: str) -> None:
    models = MODELS.format(value="unsloth/edited")
    snapshot = read_output({"models.py": models, "_metadata.py": metadata})
    assert snapshot.models["TINY_1B"].value == "unsloth/edited"
    assert snapshot.repo_ids == {"TINY_1B": "unsloth/Tiny-1B", "MINE": "me/mine"}
    assert snapshot.attributes("TINY_1B") == {"family": "TINY", "size": "1B", "is_mirror": False}
    assert snapshot.attributes("MINE") == {}


def test_the_table_counts_not_the_docstring() -> None:
    models = MODELS.format(value="a/b").replace("co/unsloth/Tiny-1B", "co/other/one")
    assert read_output({"models.py": models, "_metadata.py": BY_NAME}).repo_ids == {
        "TINY_1B": "unsloth/Tiny-1B",
        "MINE": "me/mine",
    }

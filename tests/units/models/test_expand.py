"""Definitions of several folders, and the order of models."""

import random
from pathlib import Path

import pytest

from codegen.load.extends import Folder
from codegen.models.expand import read, version_key
from codegen.problem import DefinitionError

TINY = '''"""{summary}"""

from codegen.schema import GGUF, NONE, ModelMeta

{name} = ModelMeta(org="acme", base_name="{base}", quant_types=[NONE, GGUF]{more})
'''


def folder(root: Path, uploader: str, **bases: str) -> Folder:
    """A folder with a definition file of each name, given with its base name and more fields."""
    root.mkdir()
    for stem, base in bases.items():
        name, _, more = base.partition(" ")
        text = TINY.format(summary=f"{stem}.", name=stem.upper(), base=name, more=more)
        (root / f"{stem}.py").write_text(text)
    return Folder(root, uploader)


def test_the_families_of_two_folders(tmp_path: Path) -> None:
    mine = folder(tmp_path / "mine", "me", zulu="Zulu", bravo="Bravo")
    theirs = folder(tmp_path / "theirs", "them", alpha="Alpha")
    families = read(mine, theirs)
    assert [family.stem for family in families] == ["alpha", "bravo", "zulu"]
    assert [model.repo_id for family in families for model in family.models] == [
        "them/Alpha",
        "them/Alpha-GGUF",
        "acme/Alpha",
        "me/Bravo",
        "me/Bravo-GGUF",
        "acme/Bravo",
        "me/Zulu",
        "me/Zulu-GGUF",
        "acme/Zulu",
    ]
    families = read(mine, originals=False)
    assert [model.repo_id for model in families[0].models] == ["me/Bravo", "me/Bravo-GGUF"]


def test_a_family_in_two_folders(tmp_path: Path) -> None:
    mine = folder(tmp_path / "mine", "me", tiny="Tiny")
    theirs = folder(tmp_path / "theirs", "them", tiny="Other")
    with pytest.raises(DefinitionError) as refused:
        read(mine, theirs)
    assert str(refused.value) == (
        f"{tmp_path}/theirs/tiny.py: tiny: the family has a file already: {tmp_path}/mine/tiny.py\n"
        "    Give this one another name, such as acme_tiny.py: a family is one file."
    )


def test_the_mistakes_of_all_folders_are_reported(tmp_path: Path) -> None:
    mine = folder(tmp_path / "mine", "me", tiny="Tiny , size=1")
    theirs = folder(tmp_path / "theirs", "them", alpha="Alpha , sizes=1", beta="Beta , original=7")
    with pytest.raises(DefinitionError) as refused:
        read(mine, theirs)
    assert [(problem.family, problem.where.line) for problem in refused.value.problems] == [
        ("tiny", 5),
        ("alpha", 5),
        ("beta", 5),
    ]


def test_versions_in_order() -> None:
    versions = ["", "1", "1.5", "2", "2.5", "3.9", "3.10", "3.10-beta", "K2", "R1"]
    shuffled = random.Random(0).sample(versions, len(versions))
    assert sorted(shuffled, key=version_key) == versions

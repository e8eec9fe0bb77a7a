"""The check that every edit goes through: exactly what was meant, or nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.edit.draft import Drafts, read_drafts, renamed, revised, write
from codegen.edit.source import UneditableError
from codegen.load.extends import Folder

TINY = '''"""Tiny, by Acme."""

from codegen.schema import BNB, GGUF, NONE, ModelMeta

TINY = ModelMeta(org="acme", base_name="Tiny", model_sizes=["1B"], quant_types=[NONE])
'''
OTHER = '''"""Other, by Acme."""

from codegen.schema import GGUF, NONE, ModelMeta

OTHER = ModelMeta(
    org="acme",
    base_name="Other",
    quant_types=[NONE],
    constants={"unsloth/Other": "TINY_1B_GGUF"},
)
BIG = ModelMeta(org="acme", base_name="Tiny-2B", quant_types=[GGUF], original="acme/Big")
'''


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    (tmp_path / "tiny.py").write_text(TINY, "utf-8")
    (tmp_path / "other.py").write_text(OTHER, "utf-8")
    return read_drafts(Folder(tmp_path, "unsloth"))


def test_an_edit_that_does_what_it_should(drafts: Drafts) -> None:
    text = TINY.replace('"1B"]', '"1B", "4B"]')
    draft = revised(drafts, "tiny", text, gained=["unsloth/Tiny-4B"])
    assert sorted(draft.models.keys() - drafts["tiny"].models.keys()) == [
        "acme/Tiny-4B",
        "unsloth/Tiny-4B",
    ]
    assert drafts["tiny"].text == TINY


@pytest.mark.parametrize(
    ("edit", "gained", "why"),
    [
        (("[NONE]", "[NONE, BNB]"), ["unsloth/Tiny-1B-GGUF"], "not declare unsloth/Tiny-1B-G"),
        (("[NONE]", "[NONE, BNB]"), [], "would declare unsloth/Tiny-1B-bnb-4bit as well"),
        (("[NONE]", "[BNB]"), ["unsloth/Tiny-1B-bnb-4bit"], "not declare unsloth/Tiny-1B any"),
        (
            ("quant_types=[NONE]", "quant_types=[NONE], is_multimodal=True"),
            [],
            "would change acme/Tiny-1B, unsloth/Tiny-1B",
        ),
        (("[NONE]", "[NONE, GGUF]"), ["unsloth/Tiny-1B-GGUF"], "both be named TINY_1B_GGUF"),
        (
            ('["1B"], quant_types=[NONE]', '["1B", "2B"], quant_types=[GGUF]'),
            ["unsloth/Tiny-1B-GGUF", "unsloth/Tiny-2B-GGUF"],
            "not declare unsloth/Tiny-1B any",
        ),
        (("[NONE]", "[]"), [], "an empty list"),
        (("[NONE]", "[NONE"), [], "not Python"),
        (("TINY =", "print("), [], "not Python"),
    ],
)  # fmt: skip
def test_any_other_is_refused(
    drafts: Drafts, edit: tuple[str, str], gained: list[str], why: str
) -> None:
    with pytest.raises(UneditableError, match=why):
        revised(drafts, "tiny", TINY.replace(*edit), gained=gained)


def test_a_few_of_many(drafts: Drafts) -> None:
    text = TINY.replace('["1B"]', '["1B", "3B", "4B", "5B"]')
    with pytest.raises(UneditableError, match=r"acme/Tiny-3B, acme/Tiny-4B, .* and 3 more as well"):
        revised(drafts, "tiny", text, gained=[])


@pytest.mark.parametrize(
    ("edit", "canonical", "why"),
    [
        (('"1B"', '"1b"'), {"unsloth/Tiny-1B": "unsloth/Tiny-1b"}, "not declare acme/Tiny-1B any"),
        (
            ('base_name="Tiny"', 'base_name="Tinier"'),
            {"unsloth/Tiny-1B": "unsloth/Tinier-1B", "acme/Tiny-1B": "acme/Small-1B"},
            "it would not declare acme/Small-1B",
        ),
        (("", ""), {"unsloth/Tiny-1B": "unsloth/Tiny-1b"}, "nothing would change"),
    ],
)
def test_a_rename_that_is_another(
    drafts: Drafts, edit: tuple[str, str], canonical: dict[str, str], why: str
) -> None:
    with pytest.raises(UneditableError, match=why):
        renamed(drafts, "tiny", TINY.replace(*edit), canonical)


def test_what_was_edited_meanwhile_is_not_overwritten(drafts: Drafts) -> None:
    path = drafts["tiny"].definition.path
    draft = revised(
        drafts, "tiny", TINY.replace("[NONE]", "[NONE, BNB]"), gained=["unsloth/Tiny-1B-bnb-4bit"]
    )
    path.write_text(TINY + "\n# mine\n", "utf-8")
    with pytest.raises(UneditableError, match="changed meanwhile"):
        write(draft, drafts["tiny"])
    assert path.read_text("utf-8") == TINY + "\n# mine\n"


def test_other_peoples_definitions_are_read_and_not_edited(
    tmp_path: Path, drafts: Drafts, new_folder: Callable[[], Path]
) -> None:
    own = new_folder()
    (own / "mine.py").write_text(TINY.replace("Tiny", "Mine").replace("TINY", "MINE"), "utf-8")
    both = read_drafts(Folder(tmp_path, "unsloth"), Folder(own, "acme-uploads"))
    assert {stem: draft.is_own for stem, draft in both.items()} == {
        "mine": True, "other": False, "tiny": False,
    }  # fmt: skip
    assert both["mine"].uploaders == {"acme-uploads"}


@pytest.fixture
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    return lambda: tmp_path_factory.mktemp("definitions")

"""Mistakes within one definition: ids, originals and what is stated for single repos."""

from pathlib import Path

import pytest

from codegen.load.extends import Folder
from codegen.models.clash import find_mismatches
from codegen.models.expand import read
from codegen.names.cell import cells_of
from codegen.problem import DefinitionError
from codegen.schema import NONE, ModelMeta

NAME = "{base_name}-{model_version}-{size}-{instruct_tag}"


def differences(
    version: str | None, size: str | None, tag: str | None, original: str
) -> str | None:
    """What the mistake says differs; None if there is no mistake."""
    meta = ModelMeta(
        org="acme",
        base_name="Tiny",
        model_version=version,
        model_sizes=[size],
        instruct_tags=[tag],
        quant_types=[NONE],
        name=NAME,
        original=original,
    )
    (cell,) = cells_of(meta)
    found = list(find_mismatches(cell))
    if not found:
        return None
    (mistake,) = found
    start = f"{cell.name} has the original {cell.original}, which differs in "
    assert mistake.message.startswith(start)
    return mistake.message.removeprefix(start)


@pytest.mark.parametrize(
    ("version", "size", "tag", "original", "expected"),
    [
        ("3", "8B", "it", "acme/Tiny-3-8B-it", None),
        ("3", "8B", "it", "acme/TINY-3-8b-IT", None),
        ("3", "8B", "it", "acme/Tiny-3-7B-it", "the size 8B"),
        ("3", "8B", "it", "acme/Tiny-3-18B-it", "the size 8B"),
        ("3", "8B", "it", "acme/Tiny-3-it", None),  # no size to compare with
        ("3", "micro", "it", "acme/Tiny-3-8B-it", None),
        ("3", "14B-A2.7B", None, "acme/Tiny-3-MoE-A2.7B", None),
        ("3", None, "it", "acme/Tiny-3-8B-it", None),
        # The version: in any spelling of the dot, with or without v.
        ("3.1", "8B", None, "acme/Tiny-3.1-8B", None),
        ("3.1", "8B", None, "acme/Tiny-3_1-8B", None),
        ("3_1", "8B", None, "acme/Tiny-3.1-8B", None),
        ("v3", "8B", None, "acme/Tiny-3-8B", None),
        ("V3", "8B", None, "acme/Tiny-v3-8B", None),
        ("3.1", "8B", None, "acme/Tiny-3.2-8B", "the version 3.1"),
        ("3.1", "8B", None, "acme/Tiny-8B", None),  # no number to compare with
        ("8", "8B", None, "acme/Tiny-3-8B", None),  # the 8 is in 8B
        ("3v", "8B", None, "acme/Tiny-3-8B", "the version 3v"),
        ("3", "8B", None, "acme/Tiny-4-7B", "the size 8B and the version 3"),
        # The tag, if the original is made from a template.
        ("3", "8B", "it", "acme/{base_name}-3-8B", "the tag it"),
        ("3", "8B", None, "acme/{base_name}-3-8B-Instruct", "the tag instruct"),
        ("3", "8B", "it", "acme/{base_name}-3-8B-Chat", "the tag chat it"),
        ("3", "8B", "it", "acme/{base_name}-3-8B-it-base", "the tag base"),
        ("3", "8B", "Coder", "acme/{base_name}-3-8B", None),
        ("3", "8B", "it", "acme/Tiny-3-8B-Instruct", None),
    ],
)
def test_what_differs(
    version: str | None, size: str | None, tag: str | None, original: str, expected: str | None
) -> None:
    assert differences(version, size, tag, original) == expected


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            "rows=[Row(sizes=['1B'], tags=[None], quants=[GGUF]),"
            " Row(sizes=['2B'], tags=[None, 'it'], quants=[GGUF])], name='{base_name}-{size}'",
            "name: '{base_name}-{size}' gives acme/Tiny-2B-GGUF for the tags None and it",
        ),
        (
            "rows=[Row(versions=['1'], sizes=['1B'], quants=[GGUF]),"
            " Row(versions=['2'], sizes=['2B'], quants=[GGUF])], name='{base_name}'",
            "gives acme/Tiny-GGUF for the versions 1 and 2, the sizes 1B and 2B",
        ),
        (
            "quant_types=[GGUF], constants={'zzz/Zzz': 'ZZZ'}",
            "constants: zzz/Zzz is not a repo of this definition\n    Remove it.",
        ),
        (
            "quant_types=[GGUF], constants={'acme/Tiny-gguf': 'TINY'}",
            "constants: acme/Tiny-gguf is not a repo of this definition\n"
            "    Write 'acme/Tiny-GGUF'.",
        ),
    ],
)
def test_mistakes_within_a_definition(fields: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "tiny.py").write_text(
        '"""Tiny, by Acme."""\n\nfrom codegen.schema import GGUF, ModelMeta, Row\n\n'
        f"TINY = ModelMeta(org='acme', base_name='Tiny', original=None, {fields})\n"
    )
    with pytest.raises(DefinitionError) as refused:
        read(Folder(tmp_path, "acme"))
    assert message in str(refused.value)

"""What a member knows, and how it leads to the others."""

from types import ModuleType
from urllib.parse import urlsplit

import pytest

from .records import HARD_TEXT

ATTRIBUTES = [
    "org",
    "family",
    "base_name",
    "version",
    "size",
    "instruct_tag",
    "modifier",
    "quant_type",
    "is_multimodal",
    "modality",
    "is_original",
    "is_mirror",
    "parameters",
    "active_parameters",
    "hub_url",
]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "LLAMA_3_1_8B_INSTRUCT_BNB",
            "unsloth llama Llama 3.1 8B Instruct None bnb-4bit False text False False 8000000000"
            " None https://huggingface.co/unsloth/Llama-3.1-8B-Instruct-bnb-4bit",
        ),
        (
            "LLAMA_3_2_11B_VISION_ORIGINAL",
            "meta-llama llama Llama 3.2 11B Vision None none True vision True False 11000000000"
            " None https://huggingface.co/meta-llama/Llama-3.2-11B-Vision",
        ),
        (
            "GEMMA_3_27B_IT_QAT_GGUF",
            "unsloth gemma gemma 3 27b it qat GGUF True vision False False 27000000000"
            " None https://huggingface.co/unsloth/gemma-3-27b-it-qat-GGUF",
        ),
        (
            "GEMMA_3_1B_IT_SOMEONE",
            "someone gemma gemma 3 1b it None none False text False True 1000000000"
            " None https://huggingface.co/someone/gemma-3-1b-it",
        ),
        (
            "TALK_30B_A3B",
            "unsloth small-talk Talk None 30B-A3B None None none False text False False 30000000000"
            " 3000000000 https://huggingface.co/unsloth/Talk-30B-A3B",
        ),
        (
            "TALK_MINI_GGUF",
            "unsloth small-talk talk None mini None None GGUF False text False False None"
            " None https://huggingface.co/unsloth/talk-mini-GGUF",
        ),
    ],
)
def test_a_member_knows_its_facts(sample: ModuleType, name: str, expected: str) -> None:
    member = sample.Models[name]
    assert [str(getattr(member, attribute)) for attribute in ATTRIBUTES] == expected.split()
    assert isinstance(member.family, sample.Family)
    assert isinstance(member.quant_type, sample.QuantType)


def test_free_text_is_kept_exactly(sample: ModuleType) -> None:
    assert sample.Models.TALK_30B_A3B.summary == HARD_TEXT
    assert sample.Models.LLAMA_3_1_8B.summary is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LLAMA_3_1_8B_INSTRUCT_BNB", "LLAMA_3_1_8B_INSTRUCT_ORIGINAL"),
        ("LLAMA_3_1_8B_INSTRUCT", "LLAMA_3_1_8B_INSTRUCT_ORIGINAL"),
        ("LLAMA_3_1_8B_INSTRUCT_ORIGINAL", None),
        ("GEMMA_3_27B_IT_QAT_GGUF", "GEMMA_3_27B_IT_ORIGINAL"),
        ("GEMMA_3_1B_IT_FP8_ORIGINAL", "GEMMA_3_1B_IT_ORIGINAL"),
        ("TALK_30B_A3B_FP8", None),
    ],
)
def test_original(sample: ModuleType, name: str, expected: str | None) -> None:
    original = sample.Models[name].original
    assert original is (None if expected is None else sample.Models[expected])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LLAMA_3_1_8B_BNB", "LLAMA_3_1_8B LLAMA_3_1_8B_UNSLOTH"),
        ("LLAMA_3_1_8B_ORIGINAL", "LLAMA_3_1_8B LLAMA_3_1_8B_BNB LLAMA_3_1_8B_UNSLOTH"),
        ("GEMMA_3_27B_IT", "GEMMA_3_27B_IT_GGUF GEMMA_3_27B_IT_QAT_GGUF"),
        (
            "GEMMA_3_1B_IT_ORIGINAL",
            "GEMMA_3_1B_IT GEMMA_3_1B_IT_FP8_ORIGINAL GEMMA_3_1B_IT_SOMEONE",
        ),
        ("GEMMA_3_1B_IT_FP8_ORIGINAL", "GEMMA_3_1B_IT_ORIGINAL"),
        ("GEMMA_3_1B_IT", ""),
        ("TALK_30B_A3B", "TALK_30B_A3B_FP8"),
        ("TALK_MINI_GGUF", ""),
    ],
)
def test_variants(sample: ModuleType, name: str, expected: str) -> None:
    variants = sample.Models[name].variants
    assert isinstance(variants, tuple)
    assert [member.name for member in variants] == expected.split()


def test_originals_and_their_uploads_lead_to_each_other(sample: ModuleType) -> None:
    for member in sample.Models:
        if member.original is not None:
            assert member in member.original.variants
        if member.is_original and member.original is None:
            assert all(upload.original is member for upload in member.variants)


@pytest.mark.parametrize(
    ("name", "quant", "expected"),
    [
        ("LLAMA_3_1_8B_INSTRUCT_BNB", "GGUF", "LLAMA_3_1_8B_INSTRUCT_GGUF"),
        ("LLAMA_3_1_8B_INSTRUCT_BNB", "BNB", "LLAMA_3_1_8B_INSTRUCT_BNB"),
        ("LLAMA_3_1_8B_INSTRUCT_ORIGINAL", "GGUF", "LLAMA_3_1_8B_INSTRUCT_GGUF"),
        ("GEMMA_3_27B_IT", "GGUF", "GEMMA_3_27B_IT_GGUF"),
        ("GEMMA_3_27B_IT_QAT_GGUF", "GGUF", "GEMMA_3_27B_IT_QAT_GGUF"),
        ("GEMMA_3_27B_IT_QAT_GGUF", "NONE", "GEMMA_3_27B_IT"),
    ],
)
def test_with_quant(sample: ModuleType, name: str, quant: str, expected: str) -> None:
    found = sample.Models[name].with_quant(sample.QuantType[quant])
    assert found is sample.Models[expected]


def test_with_quant_lists_what_there_is(sample: ModuleType) -> None:
    with pytest.raises(ValueError) as raised:
        sample.Models.LLAMA_3_1_8B_BNB.with_quant(sample.QuantType.GGUF)
    assert str(raised.value) == (
        "'unsloth/Llama-3.1-8B-bnb-4bit' has no GGUF upload; there are: NONE, BNB, UNSLOTH"
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LLAMA_3_1_8B_INSTRUCT_BNB", "LLAMA_3_1_8B_INSTRUCT"),
        ("LLAMA_3_1_8B_INSTRUCT", "LLAMA_3_1_8B_INSTRUCT"),
        ("LLAMA_3_1_8B_ORIGINAL", "LLAMA_3_1_8B_ORIGINAL"),
        ("GEMMA_3_27B_IT_QAT_GGUF", "GEMMA_3_27B_IT"),
        ("GEMMA_3_1B_IT_FP8_ORIGINAL", "GEMMA_3_1B_IT_ORIGINAL"),
        ("TALK_30B_A3B_FP8", "TALK_30B_A3B"),
        ("TALK_NANO_FP8", "TALK_NANO_ORIGINAL"),
        ("TALK_MINI_GGUF", None),
    ],
)
def test_unquantized(sample: ModuleType, name: str, expected: str | None) -> None:
    found = sample.Models[name].unquantized
    assert found is (None if expected is None else sample.Models[expected])


def test_lookup_by_path(sample: ModuleType) -> None:
    assert sample.Models("unsloth/Llama-3.1-8B") is sample.Models.LLAMA_3_1_8B


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "unsloth/Llama-3.1-9B",
            "'unsloth/Llama-3.1-9B' is not a valid Models; closest: 'unsloth/Llama-3.1-8B',"
            " 'unsloth/Llama-3.2-1B', 'unsloth/Llama-3.1-8B-Instruct'",
        ),
        (
            "unsloth/llama-3.1-8b",
            "'unsloth/llama-3.1-8b' is not a valid Models; closest: 'unsloth/Llama-3.1-8B',"
            " 'unsloth/Llama-3.2-1B', 'unsloth/Llama-3.1-8B-Instruct'",
        ),
        (
            "gemma-3-27b",
            "'gemma-3-27b' is not a valid Models; closest: 'unsloth/gemma-3-27b-it',"
            " 'unsloth/gemma-3-1b-it', 'unsloth/gemma-3-27b-it-GGUF'",
        ),
        ("?", "'?' is not a valid Models"),
    ],
)
def test_an_unknown_path_names_the_closest(sample: ModuleType, path: str, message: str) -> None:
    with pytest.raises(ValueError) as raised:
        sample.Models(path)
    assert str(raised.value) == message


def test_a_path_in_place_of_a_name_is_told_the_name(sample: ModuleType) -> None:
    with pytest.raises(KeyError) as raised:
        sample.Models["unsloth/Llama-3.1-8B"]
    assert str(raised.value) == (
        "Models has no member 'unsloth/Llama-3.1-8B'; closest: LLAMA_3_1_8B"
    )


@pytest.mark.parametrize("enum", ["Models", "Family", "QuantType"])
def test_no_enum_is_extended_by_calling_type(sample: ModuleType, enum: str) -> None:
    with pytest.raises(TypeError, match=f"<enum 'S'> cannot extend <enum '{enum}'>"):
        type("S", (getattr(sample, enum),), {})


def test_find_stays_a_method_of_str_on_a_member(sample: ModuleType) -> None:
    member = sample.Models.LLAMA_3_1_8B
    assert member.find("/") == 7
    assert member.find("/", 8) == -1
    assert urlsplit(member).path == "unsloth/Llama-3.1-8B"


def test_families_and_quantisations(sample: ModuleType) -> None:
    assert [(f.name, f.value) for f in sample.Family] == [
        ("GEMMA", "gemma"),
        ("LLAMA", "llama"),
        ("SMALL_TALK", "small-talk"),
    ]
    assert sample.QuantType.NONE == "none"
    assert sample.QuantType("bnb-4bit") is sample.QuantType.BNB


def test_the_package_offers_four_names(sample: ModuleType) -> None:
    assert sample.__all__ == ["Family", "Models", "QuantType", "search_models"]
    assert set(sample.__all__) <= set(dir(sample))
    with pytest.raises(AttributeError, match="has no attribute 'nope'"):
        sample.nope  # noqa: B018

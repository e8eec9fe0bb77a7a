"""`search_models`: filters, alone and together."""

import re
from types import ModuleType
from typing import Any

import pytest

LLAMA_1B = [
    "unsloth/Llama-3.2-1B",
    "unsloth/Llama-3.2-1B-bnb-4bit",
    "unsloth/Llama-3.2-1B-unsloth-bnb-4bit",
    "unsloth/Llama-3.2-1B-Instruct",
    "unsloth/Llama-3.2-1B-Instruct-bnb-4bit",
    "unsloth/Llama-3.2-1B-Instruct-unsloth-bnb-4bit",
    "unsloth/Llama-3.2-1B-Instruct-GGUF",
]


@pytest.mark.parametrize("size", ["1", 1, "1B", "1b", 1.0])
def test_a_size_is_a_whole_number_of_billions(sample: ModuleType, size: str | float) -> None:
    found = sample.search_models(org="unsloth", base_name="Llama", version="3.2", size=size)
    assert [str(member) for member in found] == LLAMA_1B


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"size": "mini"}, "talk-mini-GGUF"),
        ({"size": "30b-a3b"}, "Talk-30B-A3B Talk-30B-A3B-FP8"),
        ({"size": 30}, ""),
        ({"size": 11, "quant_types": "bnb-4bit"}, "Llama-3.2-11B-Vision-bnb-4bit"),
        ({"search_pattern": "*qat*"}, "gemma-3-27b-it-qat-GGUF"),
        ({"search_pattern": "unsloth/*27B-it"}, "gemma-3-27b-it"),
        ({"search_pattern": "gemma-3-27b-it", "org": "unsloth"}, "gemma-3-27b-it"),
        ({"search_pattern": "gemma-3-27b"}, ""),
        ({"search_pattern": ["*qat*", "*mini*"]}, "gemma-3-27b-it-qat-GGUF talk-mini-GGUF"),
        (
            {"search_pattern": "*GGUF", "exclude": ["*qat*", "llama*"]},
            "gemma-3-27b-it-GGUF talk-mini-GGUF",
        ),
        (
            {"modality": "vision", "version": "3.2", "org": "UNSLOTH"},
            "Llama-3.2-11B-Vision Llama-3.2-11B-Vision-bnb-4bit",
        ),
        (
            {"is_multimodal": True, "org": "unsloth", "exclude": "*gguf"},
            "gemma-3-27b-it Llama-3.2-11B-Vision Llama-3.2-11B-Vision-bnb-4bit",
        ),
        ({"is_multimodal": False, "org": "google"}, "gemma-3-1b-it gemma-3-1b-it-FP8"),
        ({"instruct_tag": "", "size": "8B", "org": "unsloth", "exclude": "*bnb*"}, "Llama-3.1-8B"),
        ({"instruct_tag": "instruct", "size": "8B", "org": "meta-llama"}, "Llama-3.1-8B-Instruct"),
        ({"version": "", "size": ""}, ""),
        (
            {"version": "", "base_name": "TALK"},
            "Talk-30B-A3B Talk-30B-A3B-FP8 talk-mini-GGUF talk-nano-FP8 talk-nano",
        ),
        ({"family": "small-talk", "min_parameters": 0}, "Talk-30B-A3B Talk-30B-A3B-FP8"),
        ({"org": "google", "max_parameters": 1e9}, "gemma-3-1b-it gemma-3-1b-it-FP8"),
        (
            {"org": "meta-llama", "min_parameters": 8e9, "max_parameters": 10e9},
            "Llama-3.1-8B Llama-3.1-8B-Instruct",
        ),
        ({"org": "nobody"}, ""),
        ({"size": "11 B", "quant_types": "bnb-4bit"}, "Llama-3.2-11B-Vision-bnb-4bit"),
        ({"size": 11e9, "quant_types": "bnb-4bit"}, "Llama-3.2-11B-Vision-bnb-4bit"),
        ({"size": "9B"}, ""),
        ({"version": "v3.2", "size": "11b", "quant_types": "BNB"}, "Llama-3.2-11B-Vision-bnb-4bit"),
        ({"size": "11b", "quant_types": "BNB", "exclude": None}, "Llama-3.2-11B-Vision-bnb-4bit"),
    ],
)
def test_filters(sample: ModuleType, filters: dict[str, Any], expected: str) -> None:
    found = sample.search_models(**filters)
    assert [member.partition("/")[2] for member in found] == expected.split()


def test_takes_one_quantisation_or_several(sample: ModuleType) -> None:
    QuantType = sample.QuantType
    of_llama = {"family": sample.Family.LLAMA, "size": "8B", "instruct_tag": "Instruct"}
    one = sample.search_models(**of_llama, quant_types=QuantType.GGUF)
    assert [m.name for m in one] == ["LLAMA_3_1_8B_INSTRUCT_GGUF"]
    several = sample.search_models(**of_llama, quant_types=[QuantType.GGUF, QuantType.BNB])
    assert [m.name for m in several] == ["LLAMA_3_1_8B_INSTRUCT_BNB", "LLAMA_3_1_8B_INSTRUCT_GGUF"]
    assert sample.search_models(**of_llama, quant_types=[]) == []


def test_without_filters_everything_in_order(sample: ModuleType) -> None:
    found = sample.search_models()
    assert type(found) is list
    assert found == list(sample.Models)


def test_by_parameters(sample: ModuleType) -> None:
    found = sample.search_models(by_parameters=True)
    numbers = [m.parameters for m in found]
    known = [number for number in numbers if number is not None]
    assert known == sorted(known) and len(set(known)) > 2
    assert numbers == [*known, *[None] * (len(numbers) - len(known))] and None in numbers
    assert sorted(found) == sorted(sample.Models)


@pytest.mark.parametrize(
    ("filters", "error"),
    [
        ({"family": "lama"}, "ValueError: 'lama' is not a valid Family; closest: 'llama'"),
        (
            {"family": "??"},
            "ValueError: '??' is not a valid Family; there are: 'gemma', 'llama', 'small-talk'",
        ),
        ({"quant_types": "GUFF"}, "ValueError: 'GUFF' is not a valid QuantType; closest: 'GGUF'"),
        (
            {"modality": "visoin"},
            "ValueError: 'visoin' is not a modality; closest: 'vision'; there are: 'text',"
            " 'vision'",
        ),
        ({"version": 3.1}, "TypeError: version takes text: write version='3.1', not 3.1"),
        ({"org": 5}, "TypeError: org takes text: write org='5', not 5"),
        (
            {"max_parameters": 8},
            'ValueError: max_parameters=8 is not a number of parameters; write "8B", "350M" or 8e9',
        ),
        (
            {"min_parameters": "big"},
            "ValueError: min_parameters='big' is not a number of parameters;"
            ' write "8B", "350M" or 8e9',
        ),
        (
            {"search_pattern": [3]},
            "TypeError: search_pattern takes text: write search_pattern='3', not 3",
        ),
        ({"exclude": 3}, "TypeError: exclude takes text: write exclude='3', not 3"),
        ({"search_pattern": b"x"}, "TypeError: search_pattern takes text, not b'x'"),
        ({"version": ["3.1"]}, "TypeError: version takes text, not ['3.1']"),
        ({"instruct_tag": True}, "TypeError: instruct_tag takes text, not True"),
        ({"is_multimodal": "yes"}, "TypeError: is_multimodal takes True or False, not 'yes'"),
        ({"is_gated": "no"}, "TypeError: is_gated takes True or False, not 'no'"),
        (
            {"family": 5},
            "ValueError: 5 is not a valid Family; there are: 'gemma', 'llama', 'small-talk'",
        ),
        (
            {"family": ["qwen"]},
            "ValueError: ['qwen'] is not a valid Family; there are: 'gemma', 'llama', 'small-talk'",
        ),
        (
            {"size": "8x"},
            'ValueError: size=\'8x\' is not a size; write "8B", "350M" or 8',
        ),
        ({"size": ["8B"]}, "TypeError: size takes text or a number, not ['8B']; write \"8B\" or 8"),
        ({"size": True}, 'TypeError: size takes text or a number, not True; write "8B" or 8'),
        (
            {"min_parameters": [8e9]},
            "ValueError: min_parameters=[8000000000.0] is not a number of parameters; write"
            ' "8B", "350M" or 8e9',
        ),
    ],
)
def test_a_wrong_filter_is_told_what_exists(
    sample: ModuleType, filters: dict[str, Any], error: str
) -> None:
    with pytest.raises((ValueError, TypeError)) as raised:
        sample.search_models(**filters)
    kind = ValueError if isinstance(raised.value, ValueError) else TypeError
    assert f"{kind.__name__}: {raised.value}" == error


def test_filters_have_names(sample: ModuleType) -> None:
    with pytest.raises(TypeError, match="positional"):
        sample.search_models("llama")


@pytest.mark.parametrize(
    "bound", ["8B", "8b", " 8B ", "8 B", 8e9, 8_000_000_000, "8000M", "0.008T"]
)
def test_a_number_of_parameters_may_have_a_unit(sample: ModuleType, bound: str | float) -> None:
    found = sample.search_models(org="meta-llama", min_parameters=bound, max_parameters=bound)
    assert [m.name for m in found] == ["LLAMA_3_1_8B_ORIGINAL", "LLAMA_3_1_8B_INSTRUCT_ORIGINAL"]


@pytest.mark.parametrize(
    "family", ["small-talk", "small_talk", "SMALL_TALK", "Small-Talk", "small talk"]
)
def test_a_family_may_be_text(sample: ModuleType, family: str) -> None:
    assert sample.Family(family) is sample.Family.SMALL_TALK
    assert {m.family for m in sample.search_models(family=family)} == {sample.Family.SMALL_TALK}


@pytest.mark.parametrize("quant", ["BNB", "bnb", "bnb-4bit"])
def test_a_quantization_may_be_text(sample: ModuleType, quant: str) -> None:
    found = sample.search_models(quant_types=quant)
    assert found == sample.search_models(quant_types=sample.QuantType.BNB) != []
    assert sample.search_models(quant_types=[quant]) == found
    assert sample.Models.LLAMA_3_1_8B.with_quant(quant) is sample.Models.LLAMA_3_1_8B_BNB


@pytest.mark.parametrize("quant", [None, 5, ["GGUF"]])
def test_what_is_no_quantization_is_told_what_exists(sample: ModuleType, quant: Any) -> None:
    message = f"{quant!r} is not a valid QuantType; there are: 'none', 'bnb-4bit', "
    with pytest.raises(ValueError, match=re.escape(message)):
        sample.Models.LLAMA_3_1_8B.with_quant(quant)
    if quant == 5:
        with pytest.raises(ValueError, match=re.escape(message)):
            sample.search_models(quant_types=quant)


@pytest.mark.parametrize("filters", [{"family": "nope"}, {"quant_types": ["nope"]}])
def test_what_does_not_exist_is_refused(sample: ModuleType, filters: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="'nope' is not a valid"):
        sample.search_models(**filters)

"""`search_models`: filters, alone and together."""

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
        ({"family": "small-talk", "min_parameters": 1}, "Talk-30B-A3B Talk-30B-A3B-FP8"),
        ({"org": "google", "max_parameters": 1e9}, "gemma-3-1b-it gemma-3-1b-it-FP8"),
        (
            {"org": "meta-llama", "min_parameters": 8e9, "max_parameters": 10e9},
            "Llama-3.1-8B Llama-3.1-8B-Instruct",
        ),
        ({"org": "nobody"}, ""),
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


def test_the_six_filters_of_old_stand_in_their_old_order(sample: ModuleType) -> None:
    found = sample.search_models("unsloth", "Llama", "3.2", "1B", ["GGUF"], "*Instruct*")
    assert [str(m) for m in found] == ["unsloth/Llama-3.2-1B-Instruct-GGUF"]


@pytest.mark.parametrize("filters", [{"family": "nope"}, {"quant_types": ["nope"]}])
def test_what_does_not_exist_is_refused(sample: ModuleType, filters: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="'nope' is not a valid"):
        sample.search_models(**filters)

"""`Models.find`: the one model that is meant, however it is written; never another one."""

import re
from types import ModuleType

import pytest

import generated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("llama31 8b instruct bnb", "LLAMA_3_1_8B_INSTRUCT_BNB"),
        ("Llama 3.1 8B Instruct bnb-4bit", "LLAMA_3_1_8B_INSTRUCT_BNB"),
        ("unsloth/LLAMA-3.1-8b", "LLAMA_3_1_8B"),
        ("llama-3.1-8b", "LLAMA_3_1_8B"),
        ("llama_3_1_8b", "LLAMA_3_1_8B"),
        ("LLAMA 3 1 8B", "LLAMA_3_1_8B"),
        ("meta-llama/llama31-8b", "LLAMA_3_1_8B_ORIGINAL"),
        ("llama 3.1 8b original", "LLAMA_3_1_8B_ORIGINAL"),
        ("gemma3 27b it qat gguf", "GEMMA_3_27B_IT_QAT_GGUF"),
        ("gemma3-27b-it", "GEMMA_3_27B_IT"),
        ("gemma 3 1b it", "GEMMA_3_1B_IT"),
        ("someone gemma 3 1b it", "GEMMA_3_1B_IT_SOMEONE"),
        ("talk 30b a3b fp8", "TALK_30B_A3B_FP8"),
        ("8b llama 3.1", "LLAMA_3_1_8B"),  # in any order
        ("bnb instruct 8b llama 3.1", "LLAMA_3_1_8B_INSTRUCT_BNB"),
        ("original llama 3.1 8b", "LLAMA_3_1_8B_ORIGINAL"),
    ],
)
def test_finds(sample: ModuleType, text: str, expected: str) -> None:
    assert sample.Models.find(text) is sample.Models[expected]


@pytest.mark.parametrize(
    "text",
    [
        "llama 3 18b",  # not the 8B of 3.1
        "llama 31.8b",
        "llama318b",
        "llama3.1 18b",
        "llama 3.2 1.1b vision",  # not the 11B
        "llama 3.2 1 1b vision",
        "llama 3.2 1b vision",
        "llama 3.12 1b",
        "gemma 32.7b it",
        "gemma 3 2 7b it",
        "gemma 3 7b it",
        "talk 3 0b a3b",
        "llama 3.1 8",
        "llama 8 3.1b",
        "b llama 3.1 8",
    ],
)
def test_never_crosses_a_version_or_a_size(sample: ModuleType, text: str) -> None:
    with pytest.raises(ValueError, match="names no model in full"):
        sample.Models.find(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "gemma3-27b",
            "'gemma3-27b' names no model in full; candidates: 'unsloth/gemma-3-27b-it',"
            " 'google/gemma-3-27b-it', 'unsloth/gemma-3-27b-it-GGUF',"
            " 'unsloth/gemma-3-27b-it-qat-GGUF'",
        ),
        (
            "llama",
            "'llama' names no model in full; candidates: 'unsloth/Llama-3.2-1B',"
            " 'meta-llama/Llama-3.2-1B', 'unsloth/Llama-3.1-8B', 'meta-llama/Llama-3.1-8B',"
            " 'unsloth/Llama-3.2-1B-Instruct' and 16 more",
        ),
        (
            "lama-3.1-8b",
            "'lama-3.1-8b' names no model in full; no model matches 'lama';"
            " candidates: 'unsloth/Llama-3.1-8B', 'unsloth/Llama-3.1-8B-Instruct',"
            " 'unsloth/Llama-3.1-8B-Instruct-GGUF'",
        ),
        (
            "lema-3.1-8b",
            "'lema-3.1-8b' names no model in full; no model matches 'lema';"
            " candidates: 'unsloth/Llama-3.1-8B', 'unsloth/Llama-3.1-8B-Instruct',"
            " 'unsloth/Llama-3.1-8B-Instruct-GGUF'",
        ),
        ("", "'' names no model in full; there are no candidates"),
        ("?", "'?' names no model in full; there are no candidates"),
    ],
)
def test_names_candidates(sample: ModuleType, text: str, message: str) -> None:
    with pytest.raises(ValueError) as raised:
        sample.Models.find(text)
    assert str(raised.value) == message


@pytest.mark.parametrize("text", [None, 5, b"llama", ["llama"]])
def test_takes_only_text(sample: ModuleType, text: object) -> None:
    with pytest.raises(TypeError, match=f"^{re.escape(f'Models.find takes text, not {text!r}')}$"):
        sample.Models.find(text)


@pytest.mark.parametrize("models", ["sample", "generated"])
def test_every_member_is_found_in_any_letter_case(
    models: str, request: pytest.FixtureRequest
) -> None:
    module = generated if models == "generated" else request.getfixturevalue(models)
    for member in module.Models:
        for text in (member.value, member.name):
            for spelled in (text, text.upper(), text.lower(), text.swapcase(), text.title()):
                assert module.Models.find(spelled) is member, spelled

"""The models that the registry before this one knew, in the right letter case."""

from pathlib import Path

import pytest

from generated import Family, Models, QuantType, search_models

SEED = (Path(__file__).parent / "seed_ids.txt").read_text("utf-8").split()


@pytest.mark.parametrize("repo_id", SEED)
def test_every_id_of_the_seed_is_a_member(repo_id: str) -> None:
    assert Models(repo_id).value == repo_id


def test_the_example_of_the_readme() -> None:
    model = Models.LLAMA_3_1_8B_INSTRUCT_BNB
    assert model == "unsloth/Llama-3.1-8B-Instruct-bnb-4bit"
    assert model.org == "unsloth"
    assert model.family is Family.LLAMA
    assert (model.base_name, model.version, model.size) == ("Llama", "3.1", "8B")
    assert model.instruct_tag == "Instruct"
    assert model.quant_type is QuantType.BNB
    assert model.is_multimodal is False
    assert model.original is Models.LLAMA_3_1_8B_INSTRUCT_ORIGINAL
    assert model.original == "meta-llama/Llama-3.1-8B-Instruct"
    assert Models.LLAMA_3_1_8B_INSTRUCT_UNSLOTH in model.variants
    assert model.hub_url == "https://huggingface.co/unsloth/Llama-3.1-8B-Instruct-bnb-4bit"


@pytest.mark.parametrize(
    ("repo_id", "is_multimodal"),
    [
        ("unsloth/gemma-3-1b-it", False),
        ("unsloth/gemma-3-270m-it", False),
        ("unsloth/gemma-3-4b-it", True),
        ("unsloth/gemma-3-27b-it-GGUF", True),
        ("unsloth/Llama-3.2-1B", False),
        ("unsloth/Llama-3.2-11B-Vision-Instruct", True),
        ("unsloth/Qwen2.5-7B-Instruct", False),
        ("unsloth/Qwen2.5-VL-7B-Instruct", True),
        ("unsloth/QVQ-72B-Preview-bnb-4bit", True),
        ("unsloth/Mistral-Small-24B-Instruct-2501", False),
        ("unsloth/Mistral-Small-3.1-24B-Instruct-2503", True),
        ("unsloth/phi-4", False),
        ("unsloth/DeepSeek-R1", False),
    ],
)
def test_which_models_are_multimodal(repo_id: str, is_multimodal: bool) -> None:
    assert Models(repo_id).is_multimodal is is_multimodal


def test_a_search_as_the_seed_wrote_it() -> None:
    found = search_models(org="unsloth", base_name="Llama", version="3.2", size="1B")
    assert "unsloth/Llama-3.2-1B-Instruct-GGUF" in found
    assert not any("11B" in model for model in found)
    dynamic = search_models(base_name="Qwen", version="2.5", quant_types=[QuantType.UNSLOTH])
    assert "unsloth/Qwen2.5-7B-Instruct-unsloth-bnb-4bit" in dynamic
    assert "unsloth/Qwen2.5-32B-Instruct-unsloth-bnb-4bit" not in dynamic

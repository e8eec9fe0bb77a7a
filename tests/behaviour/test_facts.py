"""What the members say of their models, against values that public sources state.

The values are spelled by hand: model cards, https://github.com/vllm-project/recipes,
https://unsloth.ai/docs, and tags and tensors that the Hub lists.
"""

import pytest

from generated import Models

ACTIVE_PARAMETERS = {
    "openai/gpt-oss-120b": 5_100_000_000,
    "openai/gpt-oss-20b": 3_600_000_000,
    "unsloth/gpt-oss-safeguard-20b-GGUF": 3_600_000_000,
    "mistralai/Mixtral-8x7B-v0.1": 12_900_000_000,
    "mistralai/Mistral-Large-3-675B-Instruct-2512": 41_000_000_000,
    "mistralai/Mistral-Small-4-119B-2603": 6_500_000_000,
    "deepseek-ai/DeepSeek-V3": 37_000_000_000,
    "unsloth/DeepSeek-R1-0528-GGUF": 37_000_000_000,
    "deepseek-ai/DeepSeek-Prover-V2-671B": 37_000_000_000,
    "deepseek-ai/DeepSeek-V4-Flash": 13_000_000_000,
    "unsloth/DeepSeek-V4-Pro-0813-GGUF": 49_000_000_000,
    "deepseek-ai/DeepSeek-OCR": 570_000_000,
    "unsloth/cogito-v2-preview-llama-109B-MoE-GGUF": 17_000_000_000,
    "unsloth/cogito-671b-v2.1-GGUF": 37_000_000_000,
    "unsloth/r1-1776-GGUF": 37_000_000_000,
    "zai-org/GLM-4.5-Air": 12_000_000_000,
    "zai-org/GLM-4.7-Flash": 3_000_000_000,
    "zai-org/GLM-5": 40_000_000_000,
    "unsloth/GLM-5.3-Flash": 18_000_000_000,
    "moonshotai/Kimi-K2-Thinking": 32_000_000_000,
    "moonshotai/Kimi-K3": 104_000_000_000,
    "MiniMaxAI/MiniMax-M2.5": 10_000_000_000,
    "inclusionAI/Ling-1T": 50_000_000_000,
    "xai-org/grok-2": 115_000_000_000,
    "tencent/Hunyuan-A13B-Instruct": 13_000_000_000,
    "Wan-AI/Wan2.2-T2V-A14B": 14_000_000_000,
    "ibm-granite/granite-4.0-h-small": 9_000_000_000,
    "ibm-granite/granite-4.0-h-tiny": 1_000_000_000,
    "ornith-ai/Ornith-1.0-35B": 3_000_000_000,
    "stepfun-ai/Step-3.7-Flash": 11_000_000_000,
    "XiaomiMiMo/MiMo-V2-Flash": 15_000_000_000,
    "dots-studio/dots.llm1.inst": 14_000_000_000,
    "Qwen/Qwen3-30B-A3B": 3_000_000_000,
    "Qwen/Qwen3.8-Flash-Next": 6_000_000_000,
    "meta-llama/Llama-4-Scout-17B-16E-Instruct": 17_000_000_000,
}

PARAMETERS = {
    "openai/gpt-oss-120b": 120_000_000_000,
    "mistralai/Mixtral-8x7B-Instruct-v0.1": 46_700_000_000,
    "meta-llama/Llama-4-Scout-17B-16E": 109_000_000_000,
    "meta-llama/Llama-4-Maverick-17B-128E-Instruct": 400_000_000_000,
    "deepseek-ai/DeepSeek-V3.1": 671_000_000_000,
    "zai-org/GLM-4.6": 355_000_000_000,
    "moonshotai/Kimi-K2-Instruct": 1_000_000_000_000,
    "tencent/Hunyuan-A13B-Instruct": 80_000_000_000,
    "Wan-AI/Wan2.2-I2V-A14B": 28_000_000_000,
    "ibm-granite/granite-4.0-h-tiny": 7_000_000_000,
    "unsloth/inkling-GGUF": 975_000_000_000,
    "thinkingmachines/Inkling-2-Mini": 26_000_000_000,
    "HiDream-ai/HiDream-I1-Full": 17_100_000_000,
}

ORIGINALS = {
    "unsloth/gemma-2-it-GGUF": "google/gemma-2-2b-it",
    "unsloth/gemma-3-12b-it-qat-GGUF": "google/gemma-3-12b-it-qat-q4_0-unquantized",
    "unsloth/gemma-4-31B-it-qat-GGUF": "google/gemma-4-31B-it-qat-q4_0-unquantized",
    "unsloth/gemma-3-1b-it-qat": "google/gemma-3-1b-it",
    "unsloth/c4ai-command-a-03-2025-GGUF": "CohereLabs/c4ai-command-a-03-2025",
    "unsloth/dots.llm1.inst-GGUF": "dots-studio/dots.llm1.inst",
    "unsloth/MAI-DS-R1-GGUF": "microsoft/MAI-DS-R1",
    "unsloth/grok-2-GGUF": "xai-org/grok-2",
    "unsloth/Cosmos-Reason1-7B-GGUF": "nvidia/Cosmos-Reason1-7B",
    "unsloth/NVIDIA-Nemotron-3-Nano-4B-GGUF": "nvidia/NVIDIA-Nemotron-3-Nano-4B-BF16",
    "unsloth/Reflection-Llama-3.1-70B-GGUF": "mattshumer/ref_70_e3",
    "unsloth/Wan2.2-TI2V-5B-NVFP4": "Wan-AI/Wan2.2-TI2V-5B-Diffusers",
}

MODALITIES = {
    "unsloth/Llama-3.1-8B-Instruct": ("text", False),
    "unsloth/gemma-3-1b-it": ("text", False),
    "google/gemma-3-4b-it": ("vision", True),
    "unsloth/Ornith-1.0-9B-GGUF": ("vision", True),
    "unsloth/Ornith-1.0-35B-GGUF": ("vision", True),
    "unsloth/medgemma-27b-text-it": ("text", False),
    "Qwen/Qwen3-Coder-30B-A3B-Instruct": ("code", False),
    "Qwen/Qwen3.5-9B-Base": ("vision", True),
    "Qwen/Qwen3.8-2.4T-A95B": ("text", False),
    "unsloth/Magistral-Small-2507": ("text", False),
    "unsloth/Magistral-Small-2509": ("vision", True),
    "XiaomiMiMo/MiMo-V2.5": ("vision", True),
    "XiaomiMiMo/MiMo-V2.5-Pro": ("text", False),
    "MiniMaxAI/MiniMax-M2": ("text", False),
    "MiniMaxAI/MiniMax-M3": ("vision", True),
    "unsloth/csm-1b": ("speech", True),
    "Qwen/Qwen3-Embedding-4B": ("embedding", False),
    "unsloth/embeddinggemma-2": ("embedding", True),
    "Wan-AI/Wan2.2-TI2V-5B": ("video", True),
    "unsloth/FLUX.1-dev-GGUF": ("image", True),
    "thinkingmachines/Inkling-2-Mini": (None, None),
    "unsloth/aquif-3.5-Max-42B-A3B-GGUF": (None, None),
}

BASE_OR_CHAT = {
    "unsloth/Llama-3.1-8B": "base",
    "unsloth/Llama-3.1-8B-Instruct": "chat",
    "Qwen/Qwen3-8B": "chat",
    "Qwen/Qwen3-8B-Base": "base",
    "google/gemma-3-4b-pt": "base",
    "google/gemma-4-E2B": "base",
    "openai/gpt-oss-20b": "chat",
    "ibm-granite/granite-4.0-micro": "chat",
    "mistralai/Mistral-7B-v0.1": "base",
}

UNKNOWN = {
    "unsloth/Phi-4-mini-instruct": "parameters",
    "zai-org/GLM-5.3": "active_parameters",
    "HiDream-ai/HiDream-I1-Full": "active_parameters",
    "deepseek-ai/DeepSeek-OCR-2": "active_parameters",
    "unsloth/Llama-3.1-8B": "active_parameters",
    "unsloth/Phi-3-mini-4k-instruct-v0": "original",
    "unsloth/mistral-7b-v0.2": "original",
    "unsloth/Llama-Guard-4-12B": "is_chat",
    "baidu/ERNIE-4.5-0.3B-PT": "is_base",
}


@pytest.mark.parametrize(("repo_id", "count"), ACTIVE_PARAMETERS.items())
def test_active_parameters(repo_id: str, count: int) -> None:
    assert Models(repo_id).active_parameters == count


@pytest.mark.parametrize(("repo_id", "count"), PARAMETERS.items())
def test_parameters(repo_id: str, count: int) -> None:
    assert Models(repo_id).parameters == count


@pytest.mark.parametrize(("repo_id", "original"), ORIGINALS.items())
def test_originals(repo_id: str, original: str) -> None:
    assert Models(repo_id).original == original


@pytest.mark.parametrize(("repo_id", "known"), MODALITIES.items())
def test_modality(repo_id: str, known: tuple[str | None, bool | None]) -> None:
    model = Models(repo_id)
    assert (model.modality, model.is_multimodal) == known


@pytest.mark.parametrize(("repo_id", "kind"), BASE_OR_CHAT.items())
def test_base_or_chat(repo_id: str, kind: str) -> None:
    model = Models(repo_id)
    assert (model.is_base, model.is_chat) == (kind == "base", kind == "chat")


@pytest.mark.parametrize(("repo_id", "attribute"), UNKNOWN.items())
def test_what_no_source_states_is_unknown(repo_id: str, attribute: str) -> None:
    assert getattr(Models(repo_id), attribute) is None


def test_no_mixture_of_experts_counts_all_its_parameters_as_active() -> None:
    assert [m for m in Models if m.is_moe and m.active_parameters == m.parameters] == []


def test_a_publisher_renamed_is_one_publisher() -> None:
    former = Models("CohereForAI/c4ai-command-a-03-2025")
    assert former.is_former
    assert not former.is_mirror
    assert former.original == "CohereLabs/c4ai-command-a-03-2025"
    assert Models("THUDM/GLM-4.7-Flash").original == "zai-org/GLM-4.7-Flash"


def test_a_copy_of_others_is_a_mirror_and_no_original() -> None:
    copy = Models("alpindale/Mistral-7B-v0.2-hf")
    assert copy.is_mirror
    assert not copy.is_original


def test_no_two_models_share_all_attributes() -> None:
    """What a model is, without its path, tells it from every other."""
    names = ("org", "base_name", "line", "version", "date", "size", "instruct_tag", "modifier",
             "quant_type", "is_original", "is_mirror", "is_former")  # fmt: skip
    described = [tuple(getattr(model, name) for name in names) for model in Models]
    assert len(set(described)) == len(described)

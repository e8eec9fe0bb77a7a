"""Nemotron and Cosmos, by NVIDIA."""

from codegen.schema import BNB, FP8, GGUF, NONE, NVFP4, ModelMeta, verify

LLAMA_NEMOTRON = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_version=["1", "1_5"],
    model_sizes=["8B", "49B", "253B"],
    quant_types={("8B", "253B"): {"1": [GGUF]}, "49B": [GGUF]},
    name={
        "8B": "Llama-3.1-{base_name}-Nano-{size}-v{model_version}",
        "49B": "Llama-3_3-{base_name}-Super-{size}-v{model_version}",
        "253B": "Llama-3_1-{base_name}-Ultra-{size}-v{model_version}",
    },
    original={("8B", "49B"): "{org}/{name}", "253B": None},
)
LLAMA_NEMOTRON_INSTRUCT = LLAMA_NEMOTRON.but(
    model_version=None,
    model_sizes=["70B"],
    instruct_tags=["Instruct"],
    quant_types=[NONE, BNB],
    name="Llama-3.1-{base_name}-{size}-{instruct_tag}",
    original="{org}/{name}-HF",
)

OPEN_REASONING = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_sizes=["32B"],
    quant_types=[GGUF],
    name="OpenReasoning-{base_name}-{size}",
)

NEMOTRON_3 = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_version="3",
    model_sizes=["4B", "30B-A3B", "120B-A12B", "550B-A55B"],
    quant_types={
        "4B": [NONE, GGUF],
        "30B-A3B": [FP8, NVFP4],
        "120B-A12B": [GGUF, NVFP4],
        "550B-A55B": [GGUF],
    },
    name={
        ("4B", "30B-A3B"): "NVIDIA-{base_name}-{model_version}-Nano-{size}",
        "120B-A12B": "NVIDIA-{base_name}-{model_version}-Super-{size}",
        "550B-A55B": "NVIDIA-{base_name}-{model_version}-Ultra-{size}",
    },
    original={"4B": None, ("30B-A3B", "120B-A12B", "550B-A55B"): "{org}/{name}-BF16"},
)
NEMOTRON_3_SHORT = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_version="3",
    model_sizes=["30B-A3B"],
    quant_types=[NONE, GGUF],
    name="{base_name}-{model_version}-Nano-{size}",
    original="{org}/NVIDIA-{name}-BF16",
)
NEMOTRON_3_OMNI = NEMOTRON_3_SHORT.but(
    quant_types=[GGUF],
    name="NVIDIA-{base_name}-{model_version}-Nano-Omni-{size}-Reasoning",
    original=None,
    is_multimodal=True,
)
NEMOTRON_3_5 = NEMOTRON_3_SHORT.but(
    model_version="3.5",
    quant_types=[GGUF],
    name="NVIDIA-{base_name}-{model_version}-Lightning-{size}",
    original="{org}/{name}-BF16",
)

COSMOS = NEMOTRON_3_OMNI.but(
    base_name="Cosmos",
    model_version="1",
    model_sizes=["7B"],
    name="{base_name}-Reason{model_version}-{size}",
)

if __name__ == "__main__":
    verify(__file__)

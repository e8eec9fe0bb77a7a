"""Nemotron and Cosmos, by NVIDIA."""

from codegen.schema import BNB, FP8, GGUF, NONE, NVFP4, ModelMeta, Row, verify

LLAMA_NEMOTRON = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    rows=[
        Row(
            versions=["1"],
            sizes=["8B"],
            quants=[GGUF],
            name="Llama-3.1-{base_name}-Nano-{size}-v{model_version}",
        ),
        Row(versions=["1", "1_5"], sizes=["49B"], quants=[GGUF]),
        Row(
            versions=["1"],
            sizes=["253B"],
            quants=[GGUF],
            name="Llama-3_1-{base_name}-Ultra-{size}-v{model_version}",
            original=None,
        ),
    ],
    name="Llama-3_3-{base_name}-Super-{size}-v{model_version}",
)

LLAMA_NEMOTRON_INSTRUCT = LLAMA_NEMOTRON.but(
    model_sizes=["70B"],
    instruct_tags=["Instruct"],
    quant_types=[NONE, BNB],
    name="Llama-3.1-{base_name}-{size}-{instruct_tag}",
    original="{org}/{name}-HF",
)

OPEN_REASONING = LLAMA_NEMOTRON.but(
    model_sizes=["32B"], quant_types=[GGUF], name="OpenReasoning-{base_name}-{size}"
)

NEMOTRON_3 = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_version="3",
    rows=[
        Row(sizes=["4B"], quants=[NONE, GGUF], original=None),
        Row(sizes=["30B-A3B"], quants=[FP8, NVFP4]),
        Row(
            sizes=["120B-A12B"],
            quants=[GGUF, NVFP4],
            name="NVIDIA-{base_name}-{model_version}-Super-{size}",
        ),
        Row(
            sizes=["550B-A55B"],
            quants=[GGUF],
            name="NVIDIA-{base_name}-{model_version}-Ultra-{size}",
        ),
    ],
    name="NVIDIA-{base_name}-{model_version}-Nano-{size}",
    original="{org}/{name}-BF16",
)

NEMOTRON_3_SHORT = NEMOTRON_3.but(
    model_sizes=["30B-A3B"],
    quant_types=[NONE, GGUF],
    name="{base_name}-{model_version}-Nano-{size}",
    original="{org}/NVIDIA-{name}-BF16",
)

NEMOTRON_3_OMNI = NEMOTRON_3.but(
    model_sizes=["30B-A3B"],
    quant_types=[GGUF],
    name="NVIDIA-{base_name}-{model_version}-Nano-Omni-{size}-Reasoning",
    original=None,
    is_multimodal=True,
)

NEMOTRON_3_5 = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_version="3.5",
    model_sizes=["30B-A3B"],
    quant_types=[GGUF],
    name="NVIDIA-{base_name}-{model_version}-Lightning-{size}",
    original="{org}/{name}-BF16",
)

COSMOS = ModelMeta(
    org="nvidia",
    base_name="Cosmos",
    model_version="1",
    model_sizes=["7B"],
    quant_types=[GGUF],
    name="{base_name}-Reason{model_version}-{size}",
    original=None,
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

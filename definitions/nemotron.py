"""Nemotron and Cosmos, by NVIDIA."""

from codegen.schema import FP8, GGUF, NONE, NVFP4, ModelMeta, Row, verify

from ._shared import PLAIN

LLAMA_NEMOTRON = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_sizes=["70B"],
    instruct_tags=["Instruct"],
    quant_types=PLAIN,
    name="Llama-3.1-{base_name}-{size}-{instruct_tag}",
    original="{org}/{name}-HF",
)
LLAMA_NEMOTRON_NANO = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_version="1",
    model_sizes=["8B"],
    quant_types=[GGUF],
    name="Llama-3.1-{base_name}-Nano-{size}-v{model_version}",
)
LLAMA_NEMOTRON_SUPER = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_sizes=["49B"],
    rows=[Row(versions=["1", "1_5"], quants=[GGUF])],
    name="Llama-3_3-{base_name}-Super-{size}-v{model_version}",
)
LLAMA_NEMOTRON_ULTRA = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_version="1",
    model_sizes=["253B"],
    quant_types=[GGUF],
    name="Llama-3_1-{base_name}-Ultra-{size}-v{model_version}",
    original=None,
)
OPEN_REASONING = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_sizes=["32B"],
    quant_types=[GGUF],
    name="OpenReasoning-{base_name}-{size}",
)

NEMOTRON_3_NANO = ModelMeta(
    org="nvidia",
    base_name="Nemotron",
    model_version="3",
    model_sizes=["30B-A3B"],
    quant_types=[FP8, NVFP4],
    name="NVIDIA-{base_name}-{model_version}-Nano-{size}",
    original="{org}/{name}-BF16",
)
NEMOTRON_3_NANO_SHORT = NEMOTRON_3_NANO.but(
    quant_types=[NONE, GGUF],
    name="{base_name}-{model_version}-Nano-{size}",
    original="{org}/NVIDIA-{name}-BF16",
)
NEMOTRON_3_NANO_4B = NEMOTRON_3_NANO.but(
    model_sizes=["4B"], quant_types=[NONE, GGUF], original=None
)
NEMOTRON_3_NANO_OMNI = NEMOTRON_3_NANO.but(
    quant_types=[GGUF],
    name="NVIDIA-{base_name}-{model_version}-Nano-Omni-{size}-Reasoning",
    original=None,
    is_multimodal=True,
)
NEMOTRON_3_SUPER = NEMOTRON_3_NANO.but(
    model_sizes=["120B-A12B"],
    quant_types=[GGUF, NVFP4],
    name="NVIDIA-{base_name}-{model_version}-Super-{size}",
)
NEMOTRON_3_ULTRA = NEMOTRON_3_NANO.but(
    model_sizes=["550B-A55B"],
    quant_types=[GGUF],
    name="NVIDIA-{base_name}-{model_version}-Ultra-{size}",
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

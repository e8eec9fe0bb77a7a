"""Nemotron and Cosmos, by NVIDIA."""

from codegen.schema import FP8, GGUF, NONE, NVFP4, ModelMeta, Retired, Row, verify

from ._shared import PLAIN

ORG = "nvidia"
MODALITY = "text"

LLAMA_NEMOTRON = ModelMeta(
    base_name="Nemotron",
    rows=[Row(sizes=["70B"], tags=["Instruct"], quants=PLAIN)],
    name="Llama-3.1-{base_name}-{size}-{instruct_tag}",
    original="{org}/{name}-HF",
)
LLAMA_NEMOTRON_NANO = ModelMeta(
    base_name="Nemotron",
    rows=[Row(versions=["1"], sizes=["8B"], quants=[NONE, GGUF])],
    name="Llama-3.1-{base_name}-Nano-{size}-v{model_version}",
)
LLAMA_NEMOTRON_SUPER = ModelMeta(
    base_name="Nemotron",
    model_sizes=["49B"],
    rows=[Row(versions=["1"], quants=[GGUF]), Row(versions=["1_5"], quants=[NONE, GGUF])],
    name="Llama-3_3-{base_name}-Super-{size}-v{model_version}",
)
LLAMA_NEMOTRON_ULTRA = ModelMeta(
    base_name="Nemotron",
    rows=[Row(versions=["1"], sizes=["253B"], quants=[GGUF])],
    name="Llama-3_1-{base_name}-Ultra-{size}-v{model_version}",
    original=None,
)
NEMOTRON_REASONING = ModelMeta(
    base_name="Nemotron",
    rows=[
        Row(sizes=["14B"], quants=[GGUF], name="AceReason-{base_name}-{size}"),
        Row(sizes=["32B"], quants=[GGUF], name="OpenReasoning-{base_name}-{size}"),
    ],
)
NEMOTRON_NANO_2 = ModelMeta(
    base_name="Nemotron",
    rows=[Row(versions=["2"], sizes=["9B"], quants=[NONE, GGUF])],
    name="NVIDIA-{base_name}-Nano-{size}-v{model_version}",
)

NEMOTRON_3_NANO = ModelMeta(
    base_name="Nemotron",
    model_version="3",
    rows=[
        # https://huggingface.co/nvidia/NVIDIA-Nemotron-3-Nano-4B-BF16
        Row(sizes=["4B"], quants=[NONE, GGUF, FP8]),
        Row(sizes=["30B-A3B"], quants=[NVFP4]),
    ],
    name="NVIDIA-{base_name}-{model_version}-Nano-{size}",
    original="{org}/{name}-BF16",
)
# The FP8 upload: https://huggingface.co/unsloth/Nemotron-3-Nano-30B-A3B-FP8
# https://huggingface.co/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-Base-BF16
NEMOTRON_3_NANO_SHORT = NEMOTRON_3_NANO.but(
    model_sizes=["30B-A3B"],
    rows=[Row(tags=[None], quants=[NONE, GGUF, FP8]), Row(tags=["Base"], quants=[NONE])],
    name="{base_name}-{model_version}-Nano-{size}-{instruct_tag}",
    original="{org}/NVIDIA-{name}-BF16",
)
# https://huggingface.co/nvidia/Nemotron-3-Nano-Omni-30B-A3B-Reasoning-BF16
NEMOTRON_3_NANO_OMNI = NEMOTRON_3_NANO.but(
    model_sizes=["30B-A3B"],
    quant_types=[NONE, GGUF],
    name="NVIDIA-{base_name}-{model_version}-Nano-Omni-{size}-Reasoning",
    original="{org}/{base_name}-{model_version}-Nano-Omni-{size}-Reasoning-BF16",
    modality="vision",
)
NEMOTRON_3_SUPER = NEMOTRON_3_NANO.but(
    model_sizes=["120B-A12B"],
    quant_types=[NONE, GGUF, FP8, NVFP4],
    name="NVIDIA-{base_name}-{model_version}-Super-{size}",
)
NEMOTRON_3_ULTRA = NEMOTRON_3_NANO.but(
    model_sizes=["550B-A55B"],
    quant_types=[GGUF],
    name="NVIDIA-{base_name}-{model_version}-Ultra-{size}",
)
NEMOTRON_3_5 = ModelMeta(
    base_name="Nemotron",
    rows=[Row(versions=["3.5"], sizes=["30B-A3B"], quants=[GGUF])],
    name="NVIDIA-{base_name}-{model_version}-Lightning-{size}",
    original="{org}/{name}-BF16",
)

COSMOS = ModelMeta(
    base_name="Cosmos",  # https://huggingface.co/nvidia/Cosmos-Reason1-7B
    rows=[Row(versions=["1"], sizes=["7B"], quants=[GGUF])],
    name="{base_name}-Reason{model_version}-{size}",
    modality="vision",
)

RETIRED = [
    Retired(
        name="NVIDIA_NEMOTRON_3_NANO_30B_A3B_FP8",
        repo_id="unsloth/NVIDIA-Nemotron-3-Nano-30B-A3B-FP8",
        why="the name was misspelled",
        since="2026-11-28",
        replaced_by="unsloth/Nemotron-3-Nano-30B-A3B-FP8",
    )
]

if __name__ == "__main__":
    verify(__file__)

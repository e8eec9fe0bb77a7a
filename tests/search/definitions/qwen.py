"""Qwen, by Alibaba Cloud."""

from codegen.schema import (
    BNB,
    FP8,
    FP8_DYNAMIC,
    GGUF,
    MLX_8BIT,
    NONE,
    NVFP4,
    UD_MLX_3BIT,
    UD_MLX_4BIT,
    UD_MLX_6BIT,
    UD_MLX_MXFP4,
    UD_MLX_NVFP4,
    UNSLOTH,
    ModelMeta,
    Row,
    verify,
)

from ._shared import ALL_FOUR, DYNAMIC, PLAIN

ORG = "Qwen"
MODALITY = "text"

ALL_FIVE = [*ALL_FOUR, FP8]
TAGS = [None, "Instruct"]
MLX = [MLX_8BIT, UD_MLX_3BIT, UD_MLX_4BIT]
MORE_MLX = [UD_MLX_6BIT, UD_MLX_MXFP4, UD_MLX_NVFP4]

QWEN_2 = ModelMeta(
    base_name="Qwen",
    rows=[
        Row(versions=["2"], sizes=["0.5B", "1.5B", "7B"], tags=TAGS, quants=PLAIN),
        Row(versions=["2"], sizes=["72B"], tags=[None], quants=[BNB]),
        Row(versions=["2"], sizes=["72B"], tags=["Instruct"], quants=PLAIN),
        Row(versions=["2.5"], sizes=["0.5B"], tags=[None], quants=PLAIN),
        Row(versions=["2.5"], sizes=["0.5B"], tags=["Instruct"], quants=[NONE, UNSLOTH]),
        Row(versions=["2.5"], sizes=["1.5B", "3B", "7B", "14B"], tags=TAGS, quants=DYNAMIC),
        Row(versions=["2.5"], sizes=["32B", "72B"], tags=TAGS, quants=PLAIN),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)
QWEN_2_5_MATH = ModelMeta(
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["1.5B", "7B", "72B"],
    instruct_tags=[None, "Instruct"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-Math-{size}-{instruct_tag}",
)
QWEN_2_5_1M = ModelMeta(
    base_name="Qwen",
    model_version="2.5",
    instruct_tags=["Instruct"],
    rows=[Row(sizes=["7B"], quants=DYNAMIC), Row(sizes=["14B"], quants=[NONE, UNSLOTH])],
    name="{base_name}{model_version}-{size}-{instruct_tag}-1M",
)
QWEN_2_5_OMNI = ModelMeta(
    base_name="Qwen",
    rows=[Row(versions=["2.5"], sizes=["3B", "7B"], quants=[NONE, GGUF])],
    name="{base_name}{model_version}-Omni-{size}",
    modality="vision",
)

QWQ = ModelMeta(
    base_name="QwQ", model_sizes=["32B"], instruct_tags=[None, "Preview"], quant_types=ALL_FOUR
)
# The 16-bit upload was taken down.
QVQ = ModelMeta(
    base_name="QVQ", rows=[Row(sizes=["72B"], tags=["Preview"], quants=[BNB])], modality="vision"
)

SIZES = ["0.6B", "1.7B", "4B", "8B", "14B"]
QWEN_3 = ModelMeta(
    base_name="Qwen",
    model_version="3",
    rows=[
        Row(sizes=SIZES, tags=[None], quants=ALL_FIVE, upstream_quants=[FP8]),
        Row(sizes=SIZES, tags=["Base"], quants=DYNAMIC),
        Row(sizes=["32B"], tags=[None], quants=[*DYNAMIC, FP8], upstream_quants=[FP8]),
        Row(sizes=["30B-A3B"], tags=[None], quants=[*PLAIN, GGUF]),
        Row(sizes=["30B-A3B"], tags=["Base"], quants=PLAIN),
        Row(sizes=["235B-A22B"], tags=[None], quants=[NONE, GGUF, FP8]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)
QWEN_3_128K = QWEN_3.but(
    modifier="128K",
    rows=[
        Row(sizes=["4B"], quants=[NONE, GGUF], upstream_quants=[FP8]),
        Row(sizes=["8B", "14B", "32B"], quants=[GGUF], upstream_quants=[FP8]),
        Row(sizes=["30B-A3B", "235B-A22B"], quants=[GGUF]),
    ],
)
QWEN_3_2507 = QWEN_3.but(
    rows=[
        Row(sizes=["4B"], tags=["Instruct", "Thinking"], quants=ALL_FIVE, upstream_quants=[FP8]),
        Row(sizes=["30B-A3B"], tags=["Instruct"], quants=[*PLAIN, FP8]),
        Row(sizes=["30B-A3B"], tags=["Thinking"], quants=[NONE, GGUF, FP8]),
        Row(sizes=["235B-A22B"], tags=["Instruct"], quants=[NONE, GGUF, FP8]),
        Row(sizes=["235B-A22B"], tags=["Thinking"], quants=[GGUF, FP8]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}-2507",
)
QWEN_3_NEXT = QWEN_3.but(
    model_sizes=["80B-A3B"],
    rows=[
        Row(tags=["Instruct"], quants=[*PLAIN, GGUF]),
        Row(tags=["Thinking"], quants=[NONE, GGUF]),
    ],
    name="{base_name}{model_version}-Next-{size}-{instruct_tag}",
)
QWEN_3_EMBEDDING = QWEN_3.but(
    model_sizes=["0.6B", "4B", "8B"],
    quant_types=[NONE],  # https://huggingface.co/Qwen/Qwen3-Embedding-8B
    name="{base_name}{model_version}-Embedding-{size}",
    modality="embedding",
)

QWEN_CODER = ModelMeta(
    base_name="Qwen",
    rows=[
        Row(versions=["2.5"], sizes=["0.5B", "1.5B", "3B", "7B", "14B", "32B"], quants=PLAIN),
        Row(versions=["2.5"], sizes=["0.5B", "7B", "32B"], tags=["Instruct"], quants=[NONE, GGUF]),
        Row(versions=["2.5"], sizes=["1.5B", "3B"], tags=["Instruct"], quants=[*PLAIN, GGUF]),
        Row(versions=["2.5"], sizes=["14B"], tags=["Instruct"], quants=PLAIN),
        Row(versions=["3"], sizes=["30B-A3B"], tags=["Instruct"], quants=[NONE, GGUF]),
        Row(versions=["3"], sizes=["480B-A35B"], tags=["Instruct"], quants=[NONE, GGUF, FP8]),
    ],
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)
QWEN_CODER_128K = QWEN_CODER.but(
    instruct_tags=["Instruct"],
    modifier="128K",
    rows=[
        Row(versions=["2.5"], sizes=["0.5B", "1.5B", "3B", "7B", "14B", "32B"], quants=[NONE, GGUF])
    ],
)
QWEN_CODER_1M = QWEN_CODER.but(
    instruct_tags=["Instruct"],
    modifier="1M",
    rows=[Row(versions=["3"], sizes=["30B-A3B", "480B-A35B"], quants=[GGUF])],
)
# The model card gives the size, the name does not.
QWEN_3_CODER_NEXT = ModelMeta(
    base_name="Qwen",
    model_version="3",
    model_sizes=["80B-A3B"],
    rows=[
        Row(tags=[None], quants=[NONE, GGUF, FP8, FP8_DYNAMIC]),
        Row(tags=["Base"], quants=[NONE]),  # https://huggingface.co/Qwen/Qwen3-Coder-Next-Base
    ],
    name="{base_name}{model_version}-Coder-Next-{instruct_tag}",
    modality="code",
)

QWEN_2_VL = ModelMeta(
    base_name="Qwen",
    rows=[
        Row(versions=["2"], sizes=["2B", "72B"], tags=TAGS, quants=PLAIN),
        Row(versions=["2"], sizes=["7B"], tags=[None], quants=PLAIN),
        Row(versions=["2"], sizes=["7B"], tags=["Instruct"], quants=[NONE, UNSLOTH]),
        Row(versions=["2.5"], sizes=["3B", "7B", "32B"], tags=["Instruct"], quants=ALL_FOUR),
        Row(versions=["2.5"], sizes=["72B"], tags=["Instruct"], quants=DYNAMIC),
    ],
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    modality="vision",
)
QWEN_3_VL = ModelMeta(
    base_name="Qwen",
    model_version="3",
    rows=[
        Row(sizes=["2B"], tags=["Instruct", "Thinking"], quants=ALL_FIVE, upstream_quants=[FP8]),
        Row(sizes=["4B", "8B", "32B"], tags=["Instruct"], quants=ALL_FIVE, upstream_quants=[FP8]),
        Row(sizes=["4B"], tags=["Thinking"], quants=[*PLAIN, GGUF, FP8], upstream_quants=[FP8]),
        Row(sizes=["8B"], tags=["Thinking"], quants=[*PLAIN, GGUF], upstream_quants=[FP8]),
        Row(sizes=["32B"], tags=["Thinking"], quants=[NONE, GGUF, FP8], upstream_quants=[FP8]),
        Row(sizes=["30B-A3B", "235B-A22B"], tags=["Instruct", "Thinking"], quants=[NONE, GGUF]),
    ],
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    modality="vision",
)
QWEN_3_VL_1M = QWEN_3_VL.but(
    modifier="1M",
    rows=[
        Row(sizes=["2B", "8B"], tags=["Instruct"], quants=[GGUF], upstream_quants=[FP8]),
        Row(sizes=["2B", "4B", "32B"], tags=["Thinking"], quants=[GGUF], upstream_quants=[FP8]),
        Row(sizes=["30B-A3B"], tags=["Instruct"], quants=[GGUF]),
        Row(sizes=["235B-A22B"], tags=["Thinking"], quants=[GGUF]),
    ],
)

# From 3.5 on the line is multimodal itself; there is no VL beside it.
# https://huggingface.co/Qwen/Qwen3.5-2B-Base and https://huggingface.co/Qwen/Qwen3.5-35B-A3B-Base
QWEN_3_5 = ModelMeta(
    base_name="Qwen",
    rows=[
        Row(versions=["3.5"], sizes=["0.8B", "2B", "4B", "9B", "27B"], quants=[NONE, GGUF]),
        Row(versions=["3.5"], sizes=["35B-A3B", "122B-A10B"], quants=[NONE, GGUF]),
        Row(versions=["3.5"], sizes=["397B-A17B"], quants=[NONE, GGUF, FP8]),
        Row(versions=["3.5"], sizes=["0.8B", "2B", "4B", "9B"], tags=["Base"], quants=[NONE]),
        Row(versions=["3.5"], sizes=["35B-A3B"], tags=["Base"], quants=[NONE]),
        Row(versions=["3.6"], sizes=["27B"], quants=[NONE, GGUF, NVFP4, *MLX, *MORE_MLX]),
        Row(versions=["3.6"], sizes=["35B-A3B"], quants=[NONE, GGUF, NVFP4, *MLX]),
        Row(versions=["3.8"], sizes=["27B"], quants=[NONE, GGUF, FP8, NVFP4]),
        # The open weights of the largest one are text only.
        Row(versions=["3.8"], sizes=["2.4T-A95B"], quants=[GGUF], modality="text"),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    modality="vision",
)
QWEN_3_5_MTP = QWEN_3_5.but(
    modifier="MTP",
    rows=[
        Row(versions=["3.5"], sizes=["0.8B", "4B", "9B", "27B"], quants=[GGUF]),
        Row(versions=["3.5"], sizes=["35B-A3B", "122B-A10B", "397B-A17B"], quants=[GGUF]),
        Row(versions=["3.6"], sizes=["27B", "35B-A3B"], quants=[GGUF]),
    ],
)
QWEN_3_8_FLASH_NEXT = ModelMeta(
    base_name="Qwen",
    rows=[Row(versions=["3.8"], quants=[NONE, GGUF])],
    name="{base_name}{model_version}-Flash-Next",
    modality="vision",
    parameters="176B-A6B",  # https://docs.sglang.io
)

# GGUF files for experiments with their bit widths.
QWEN_3_5_EXPERIMENTS = ModelMeta(
    base_name="Qwen",
    rows=[Row(versions=["3.5"], sizes=["35B-A3B"], quants=[GGUF])],
    modifier="Experiments",
    name="{base_name}{model_version}-{size}",
    modality="vision",
)
QWEN_3_6_NVFP4_FAST = ModelMeta(
    base_name="Qwen",
    rows=[Row(versions=["3.6"], sizes=["35B-A3B"], quants=[NVFP4])],
    modifier="Fast",
    name="{base_name}{model_version}-{size}-{quant}-{modifier}",
    modality="vision",
)

QWEN_AGENT_WORLD = ModelMeta(
    base_name="Qwen",
    rows=[Row(sizes=["35B-A3B"], quants=[GGUF])],
    name="{base_name}-AgentWorld-{size}",
)

# Qwen3-30B-A3B and Qwen3-Coder-480B-A35B with fewer experts, made by others.
QWEN_3_16B = ModelMeta(
    org="kalomaze",
    base_name="Qwen",
    rows=[Row(versions=["3"], sizes=["16B-A3B"], quants=[GGUF])],
    name="{base_name}{model_version}-{size}",
)
QWEN_3_CODER_REAP = ModelMeta(
    org="cerebras",
    base_name="Qwen",
    rows=[Row(versions=["3"], sizes=["363B-A35B"], quants=[GGUF])],
    name="{base_name}{model_version}-Coder-REAP-{size}",
    modality="code",
)

if __name__ == "__main__":
    verify(__file__)

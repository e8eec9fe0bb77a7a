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

PLAIN = [NONE, BNB]

# With the dynamic 4-bit upload beside the plain one.
DYNAMIC = [NONE, BNB, UNSLOTH]

ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]

ALL_FIVE = [NONE, BNB, UNSLOTH, GGUF, FP8]

MLX = [MLX_8BIT, UD_MLX_3BIT, UD_MLX_4BIT]

QWEN_2 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2",
    rows=[
        Row(sizes=["0.5B", "1.5B", "7B"], tags=[None, "Instruct"], quants=PLAIN),
        Row(sizes=["72B"], tags=[None], quants=[BNB]),
        Row(sizes=["72B"], tags=["Instruct"], quants=PLAIN),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

QWEN_2_VL = QWEN_2.but(
    rows=[
        Row(sizes=["2B", "72B"], tags=[None, "Instruct"], quants=PLAIN),
        Row(sizes=["7B"], tags=[None], quants=PLAIN),
        Row(sizes=["7B"], tags=["Instruct"], quants=[NONE, UNSLOTH]),
    ],
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_2_5 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    rows=[
        Row(sizes=["0.5B"], tags=[None], quants=PLAIN),
        Row(sizes=["0.5B"], tags=["Instruct"], quants=[NONE, UNSLOTH]),
        Row(sizes=["1.5B", "3B", "7B", "14B"], tags=[None, "Instruct"], quants=DYNAMIC),
        Row(sizes=["32B", "72B"], tags=[None, "Instruct"], quants=PLAIN),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

QWEN_2_5_CODER = QWEN_2_5.but(
    rows=[
        Row(sizes=["0.5B", "1.5B", "3B", "7B", "32B"], tags=[None], quants=PLAIN),
        Row(sizes=["0.5B", "7B", "32B"], tags=["Instruct"], quants=[NONE, GGUF]),
        Row(sizes=["1.5B", "3B"], tags=["Instruct"], quants=[*PLAIN, GGUF]),
        Row(sizes=["14B"], tags=[None, "Instruct"], quants=PLAIN),
    ],
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)

QWEN_2_5_CODER_128K = QWEN_2_5.but(
    model_sizes=["0.5B", "1.5B", "3B", "7B", "14B", "32B"],
    instruct_tags=["Instruct"],
    modifier="128K",
    quant_types=[NONE, GGUF],
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)

QWEN_2_5_MATH = QWEN_2_5.but(
    model_sizes=["1.5B", "7B", "72B"],
    instruct_tags=[None, "Instruct"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-Math-{size}-{instruct_tag}",
)

QWEN_2_5_VL = QWEN_2_5.but(
    instruct_tags=["Instruct"],
    rows=[Row(sizes=["3B", "7B", "32B"], quants=ALL_FOUR), Row(sizes=["72B"], quants=DYNAMIC)],
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_2_5_OMNI = QWEN_2_5.but(
    model_sizes=["3B", "7B"],
    quant_types=[NONE, GGUF],
    name="{base_name}{model_version}-Omni-{size}",
    is_multimodal=True,
)

QWQ = ModelMeta(
    org="Qwen",
    base_name="QwQ",
    model_sizes=["32B"],
    rows=[Row(tags=[None], quants=ALL_FOUR), Row(tags=["Preview"], quants=PLAIN)],
)

# The 16-bit upload was taken down.
QVQ = ModelMeta(
    org="Qwen",
    base_name="QVQ",
    model_sizes=["72B"],
    instruct_tags=["Preview"],
    quant_types=[BNB],
    is_multimodal=True,
)

QWEN_3 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    rows=[
        Row(
            sizes=["0.6B", "1.7B", "4B", "8B", "14B"],
            tags=[None],
            quants=ALL_FIVE,
            upstream_quants=[FP8],
        ),
        Row(sizes=["0.6B", "1.7B", "4B", "8B", "14B"], tags=["Base"], quants=DYNAMIC),
        Row(sizes=["30B-A3B"], tags=[None], quants=[*PLAIN, GGUF]),
        Row(sizes=["30B-A3B"], tags=["Base"], quants=PLAIN),
        Row(sizes=["32B"], tags=[None], quants=[*DYNAMIC, FP8], upstream_quants=[FP8]),
        Row(sizes=["235B-A22B"], tags=[None], quants=[NONE, GGUF, FP8]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

QWEN_3_128K = QWEN_3.but(
    modifier="128K",
    rows=[
        Row(sizes=["4B", "8B", "14B", "32B"], quants=[GGUF]),
        Row(sizes=["30B-A3B", "235B-A22B"], quants=[GGUF], upstream_quants=[]),
    ],
    upstream_quants=[FP8],
)

QWEN_3_2507 = QWEN_3.but(
    rows=[
        Row(sizes=["4B"], tags=["Instruct", "Thinking"], quants=ALL_FIVE, upstream_quants=[FP8]),
        Row(sizes=["30B-A3B"], tags=["Instruct"], quants=[*PLAIN, FP8]),
        Row(sizes=["30B-A3B"], tags=["Thinking"], quants=[NONE, GGUF, FP8]),
        Row(sizes=["235B-A22B"], tags=["Instruct", "Thinking"], quants=[GGUF, FP8]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}-2507",
)

QWEN_3_NEXT = QWEN_3.but(
    model_sizes=["80B-A3B"],
    rows=[Row(tags=["Instruct"], quants=[*PLAIN, GGUF]), Row(tags=["Thinking"], quants=[GGUF])],
    name="{base_name}{model_version}-Next-{size}-{instruct_tag}",
)

QWEN_3_CODER = QWEN_3.but(
    instruct_tags=["Instruct"],
    rows=[
        Row(sizes=["30B-A3B"], quants=[NONE, GGUF]),
        Row(sizes=["480B-A35B"], quants=[NONE, GGUF, FP8]),
    ],
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)

QWEN_3_CODER_1M = QWEN_3.but(
    model_sizes=["30B-A3B", "480B-A35B"],
    instruct_tags=["Instruct"],
    modifier="1M",
    quant_types=[GGUF],
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)

# The model card gives the size, the name does not.
QWEN_3_CODER_NEXT = QWEN_3.but(
    model_sizes=["80B-A3B"],
    quant_types=[NONE, GGUF, FP8, FP8_DYNAMIC],
    name="{base_name}{model_version}-Coder-Next",
    modality="code",
)

QWEN_3_EMBEDDING = QWEN_3.but(
    model_sizes=["0.6B", "4B"],
    quant_types=[NONE],
    name="{base_name}{model_version}-Embedding-{size}",
    modality="embedding",
)

QWEN_3_VL = QWEN_3.but(
    rows=[
        Row(sizes=["2B"], tags=["Instruct", "Thinking"], quants=ALL_FIVE),
        Row(sizes=["4B", "8B", "32B"], tags=["Instruct"], quants=ALL_FIVE),
        Row(sizes=["4B"], tags=["Thinking"], quants=[*PLAIN, GGUF, FP8]),
        Row(sizes=["8B"], tags=["Thinking"], quants=[*PLAIN, GGUF]),
        Row(
            sizes=["30B-A3B", "235B-A22B"],
            tags=["Instruct", "Thinking"],
            quants=[NONE, GGUF],
            upstream_quants=[],
        ),
        Row(sizes=["32B"], tags=["Thinking"], quants=[NONE, GGUF, FP8]),
    ],
    upstream_quants=[FP8],
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_3_VL_1M = QWEN_3.but(
    modifier="1M",
    rows=[
        Row(sizes=["2B", "8B"], tags=["Instruct"], quants=[GGUF]),
        Row(sizes=["4B"], tags=["Thinking"], quants=[GGUF]),
    ],
    upstream_quants=[FP8],
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

# From 3.5 on the line is multimodal itself; there is no VL beside it.
QWEN_3_5 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.5",
    rows=[
        Row(sizes=["0.8B", "2B", "4B", "9B", "27B", "35B-A3B"], tags=[None], quants=[NONE, GGUF]),
        Row(sizes=["0.8B", "4B"], tags=["Base"], quants=[NONE]),
        Row(sizes=["122B-A10B", "397B-A17B"], tags=[None], quants=[GGUF]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_3_5_MTP = QWEN_3_5.but(
    model_sizes=["0.8B", "4B", "9B", "35B-A3B", "122B-A10B"], modifier="MTP", quant_types=[GGUF]
)

QWEN_3_6 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.6",
    rows=[
        Row(
            sizes=["27B"], quants=[*MLX, NONE, GGUF, NVFP4, UD_MLX_6BIT, UD_MLX_MXFP4, UD_MLX_NVFP4]
        ),
        Row(sizes=["35B-A3B"], quants=[*MLX, NONE, GGUF, NVFP4]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_3_6_MTP = QWEN_3_6.but(model_sizes=["27B", "35B-A3B"], modifier="MTP", quant_types=[GGUF])

# The open weights of the largest one are text only.
QWEN_3_8 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.8",
    rows=[
        Row(sizes=["27B"], quants=[GGUF, NVFP4]),
        Row(sizes=["2.4T-A95B"], quants=[GGUF], is_multimodal=False),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    is_multimodal=True,
)

# The original: https://huggingface.co/Qwen/Qwen3.8-Flash-Next
QWEN_3_8_FLASH_NEXT = QWEN_3_8.but(quant_types=[GGUF], name="{base_name}{model_version}-Flash-Next")

QWEN_AGENT_WORLD = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_sizes=["35B-A3B"],
    quant_types=[GGUF],
    name="{base_name}-AgentWorld-{size}",
)

if __name__ == "__main__":
    verify(__file__)

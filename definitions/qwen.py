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
    model_sizes=["0.5B", "1.5B", "7B", "72B"],
    instruct_tags=[None, "Instruct"],
    quant_types={("0.5B", "1.5B", "7B"): PLAIN, "72B": {None: [BNB], "Instruct": PLAIN}},
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

QWEN_2_VL = QWEN_2.but(
    model_sizes=["2B", "7B", "72B"],
    quant_types={("2B", "72B"): PLAIN, "7B": {None: PLAIN, "Instruct": [NONE, UNSLOTH]}},
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_2_5 = QWEN_2.but(
    model_version="2.5",
    model_sizes=["0.5B", "1.5B", "3B", "7B", "14B", "32B", "72B"],
    quant_types={
        "0.5B": {None: PLAIN, "Instruct": [NONE, UNSLOTH]},
        ("1.5B", "3B", "7B", "14B"): DYNAMIC,
        ("32B", "72B"): PLAIN,
    },
)

QWEN_2_5_CODER = QWEN_2_5.but(
    model_sizes=["0.5B", "1.5B", "3B", "7B", "14B", "32B"],
    quant_types={
        ("0.5B", "7B", "32B"): {None: PLAIN, "Instruct": [NONE, GGUF]},
        ("1.5B", "3B"): {None: PLAIN, "Instruct": [NONE, BNB, GGUF]},
        "14B": PLAIN,
    },
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)

QWEN_2_5_CODER_128K = QWEN_2_5_CODER.but(
    instruct_tags=["Instruct"], modifier="128K", quant_types=[NONE, GGUF]
)

QWEN_2_5_MATH = QWEN_2_5.but(
    model_sizes=["1.5B", "7B", "72B"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-Math-{size}-{instruct_tag}",
)

QWEN_2_5_VL = QWEN_2_VL.but(
    model_version="2.5",
    model_sizes=["3B", "7B", "32B", "72B"],
    instruct_tags=["Instruct"],
    quant_types={("3B", "7B", "32B"): ALL_FOUR, "72B": DYNAMIC},
)

QWEN_2_5_OMNI = QWEN_2_5_VL.but(
    model_sizes=["3B", "7B"],
    instruct_tags=[None],
    quant_types=[NONE, GGUF],
    name="{base_name}{model_version}-Omni-{size}",
)

QWQ = ModelMeta(
    org="Qwen",
    base_name="QwQ",
    model_sizes=["32B"],
    instruct_tags=[None, "Preview"],
    quant_types={None: ALL_FOUR, "Preview": PLAIN},
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

QWEN_3 = QWEN_2.but(
    model_version="3",
    model_sizes=["0.6B", "1.7B", "4B", "8B", "14B", "30B-A3B", "32B", "235B-A22B"],
    instruct_tags=[None, "Base"],
    quant_types={
        ("0.6B", "1.7B", "4B", "8B", "14B"): {None: ALL_FIVE, "Base": DYNAMIC},
        "30B-A3B": {None: [NONE, BNB, GGUF], "Base": PLAIN},
        "32B": {None: [NONE, BNB, UNSLOTH, FP8]},
        "235B-A22B": {None: [NONE, GGUF, FP8]},
    },
    upstream_quants={None: {("0.6B", "1.7B", "4B", "8B", "14B", "32B"): [FP8]}},
)

QWEN_3_128K = QWEN_3.but(
    instruct_tags=[None],
    modifier="128K",
    quant_types={None: {("4B", "8B", "14B", "30B-A3B", "32B", "235B-A22B"): [GGUF]}},
)

QWEN_3_2507 = QWEN_3.but(
    model_sizes=["4B", "30B-A3B", "235B-A22B"],
    instruct_tags=["Instruct", "Thinking"],
    quant_types={
        "4B": ALL_FIVE,
        "30B-A3B": {"Instruct": [NONE, BNB, FP8], "Thinking": [NONE, GGUF, FP8]},
        "235B-A22B": [GGUF, FP8],
    },
    upstream_quants={"4B": [FP8]},
    name="{base_name}{model_version}-{size}-{instruct_tag}-2507",
)

QWEN_3_NEXT = QWEN_3_2507.but(
    model_sizes=["80B-A3B"],
    quant_types={"Instruct": [NONE, BNB, GGUF], "Thinking": [GGUF]},
    upstream_quants=[],
    name="{base_name}{model_version}-Next-{size}-{instruct_tag}",
)

QWEN_3_CODER = QWEN_2_5_CODER.but(
    model_version="3",
    model_sizes=["30B-A3B", "480B-A35B"],
    instruct_tags=["Instruct"],
    quant_types={"30B-A3B": [NONE, GGUF], "480B-A35B": [NONE, GGUF, FP8]},
)

QWEN_3_CODER_1M = QWEN_3_CODER.but(modifier="1M", quant_types=[GGUF])

# The model card gives the size, the name does not.
QWEN_3_CODER_NEXT = QWEN_3_CODER.but(
    model_sizes=["80B-A3B"],
    instruct_tags=[None],
    quant_types=[NONE, GGUF, FP8, FP8_DYNAMIC],
    name="{base_name}{model_version}-Coder-Next",
)

QWEN_3_EMBEDDING = QWEN_3_NEXT.but(
    model_sizes=["0.6B", "4B"],
    instruct_tags=[None],
    quant_types=[NONE],
    name="{base_name}{model_version}-Embedding-{size}",
    modality="embedding",
)

QWEN_3_VL = QWEN_2_VL.but(
    model_version="3",
    model_sizes=["2B", "4B", "8B", "30B-A3B", "32B", "235B-A22B"],
    instruct_tags=["Instruct", "Thinking"],
    quant_types={
        "2B": ALL_FIVE,
        "4B": {"Instruct": ALL_FIVE, "Thinking": [NONE, BNB, GGUF, FP8]},
        "8B": {"Instruct": ALL_FIVE, "Thinking": [NONE, BNB, GGUF]},
        "32B": {"Instruct": ALL_FIVE, "Thinking": [NONE, GGUF, FP8]},
        ("30B-A3B", "235B-A22B"): [NONE, GGUF],
    },
    upstream_quants={("2B", "4B", "8B", "32B"): [FP8]},
)

QWEN_3_VL_1M = QWEN_3_VL.but(
    modifier="1M", quant_types={"Instruct": {("2B", "8B"): [GGUF]}, "Thinking": {"4B": [GGUF]}}
)

# From 3.5 on the line is multimodal itself; there is no VL beside it.
QWEN_3_5 = QWEN_2.but(
    model_version="3.5",
    model_sizes=["0.8B", "2B", "4B", "9B", "27B", "35B-A3B", "122B-A10B", "397B-A17B"],
    instruct_tags=[None, "Base"],
    quant_types={
        ("0.8B", "4B"): {None: [NONE, GGUF], "Base": [NONE]},
        ("2B", "9B", "27B", "35B-A3B"): {None: [NONE, GGUF]},
        ("122B-A10B", "397B-A17B"): {None: [GGUF]},
    },
    is_multimodal=True,
)

QWEN_3_5_MTP = QWEN_3_5.but(
    instruct_tags=[None],
    modifier="MTP",
    quant_types={None: {("0.8B", "4B", "9B", "35B-A3B", "122B-A10B"): [GGUF]}},
)

QWEN_3_6 = QWEN_3_5.but(
    model_version="3.6",
    model_sizes=["27B", "35B-A3B"],
    instruct_tags=[None],
    quant_types={
        "27B": [NONE, GGUF, NVFP4, *MLX, UD_MLX_6BIT, UD_MLX_MXFP4, UD_MLX_NVFP4],
        "35B-A3B": [NONE, GGUF, NVFP4, *MLX],
    },
)

QWEN_3_6_MTP = QWEN_3_6.but(modifier="MTP", quant_types=[GGUF])

# The open weights of the largest one are text only.
QWEN_3_8 = QWEN_3_6.but(
    model_version="3.8",
    model_sizes=["27B", "2.4T-A95B"],
    quant_types={"27B": [GGUF, NVFP4], "2.4T-A95B": [GGUF]},
    is_multimodal={"27B": True, "2.4T-A95B": False},
)

# The original: https://huggingface.co/Qwen/Qwen3.8-Flash-Next
QWEN_3_8_FLASH_NEXT = QWEN_3_6.but(
    model_version="3.8",
    model_sizes=[None],
    quant_types=[GGUF],
    name="{base_name}{model_version}-Flash-Next",
)

QWEN_AGENT_WORLD = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_sizes=["35B-A3B"],
    quant_types=[GGUF],
    name="{base_name}-AgentWorld-{size}",
)

if __name__ == "__main__":
    verify(__file__)

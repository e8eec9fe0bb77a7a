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
DYNAMIC = [NONE, BNB, UNSLOTH]
ALL_FIVE = [NONE, BNB, UNSLOTH, GGUF, FP8]

QWEN_2 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2",
    model_sizes=["0.5B", "1.5B", "7B"],
    instruct_tags=[None, "Instruct"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

QWEN_2_72B = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2",
    model_sizes=["72B"],
    instruct_tags=[None, "Instruct"],
    quant_types={None: [BNB], "Instruct": PLAIN},
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

QWEN_2_VL = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2",
    model_sizes=["2B", "7B", "72B"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-VL-{size}",
    is_multimodal=True,
)

QWEN_2_VL_INSTRUCT = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2",
    model_sizes=["2B", "7B", "72B"],
    instruct_tags=["Instruct"],
    quant_types={("2B", "72B"): PLAIN, "7B": [NONE, UNSLOTH]},
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_2_5 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["1.5B", "3B", "7B", "14B", "32B", "72B"],
    instruct_tags=[None, "Instruct"],
    quant_types={("1.5B", "3B", "7B", "14B"): DYNAMIC, ("32B", "72B"): PLAIN},
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

QWEN_2_5_HALF_B = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["0.5B"],
    instruct_tags=[None, "Instruct"],
    quant_types={None: PLAIN, "Instruct": [NONE, UNSLOTH]},
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

QWEN_2_5_CODER = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["0.5B", "1.5B", "3B", "7B", "14B", "32B"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-Coder-{size}",
    modality="code",
)

QWEN_2_5_CODER_INSTRUCT = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["0.5B", "1.5B", "3B", "7B", "14B", "32B"],
    instruct_tags=["Instruct"],
    quant_types={
        ("0.5B", "7B", "32B"): [NONE, GGUF],
        ("1.5B", "3B"): [NONE, BNB, GGUF],
        "14B": PLAIN,
    },
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)

QWEN_2_5_CODER_128K = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["0.5B", "1.5B", "3B", "7B", "14B", "32B"],
    instruct_tags=["Instruct"],
    modifier="128K",
    quant_types=[NONE, GGUF],
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)

QWEN_2_5_MATH = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["1.5B", "7B", "72B"],
    instruct_tags=[None, "Instruct"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-Math-{size}-{instruct_tag}",
)

QWEN_2_5_VL = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["3B", "7B", "32B", "72B"],
    instruct_tags=["Instruct"],
    quant_types={("3B", "7B", "32B"): [NONE, BNB, UNSLOTH, GGUF], "72B": DYNAMIC},
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_2_5_OMNI = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["3B", "7B"],
    quant_types=[NONE, GGUF],
    name="{base_name}{model_version}-Omni-{size}",
    is_multimodal=True,
)

QWQ = ModelMeta(
    org="Qwen",
    base_name="QwQ",
    model_sizes=["32B"],
    instruct_tags=[None, "Preview"],
    quant_types={None: [NONE, BNB, UNSLOTH, GGUF], "Preview": PLAIN},
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
    model_sizes=["0.6B", "1.7B", "4B", "8B", "14B", "30B-A3B", "32B", "235B-A22B"],
    quant_types={
        ("0.6B", "1.7B", "4B", "8B", "14B"): ALL_FIVE,
        "30B-A3B": [NONE, BNB, GGUF],
        "32B": [NONE, BNB, UNSLOTH, FP8],
        "235B-A22B": [NONE, GGUF, FP8],
    },
    upstream_quants={("0.6B", "1.7B", "4B", "8B", "14B", "32B"): [FP8]},
    name="{base_name}{model_version}-{size}",
)

QWEN_3_BASE = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["0.6B", "1.7B", "4B", "8B", "14B", "30B-A3B"],
    instruct_tags=["Base"],
    quant_types={("0.6B", "1.7B", "4B", "8B", "14B"): DYNAMIC, "30B-A3B": PLAIN},
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

QWEN_3_128K = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["4B", "8B", "14B", "30B-A3B", "32B", "235B-A22B"],
    modifier="128K",
    quant_types=[GGUF],
    name="{base_name}{model_version}-{size}",
)

QWEN_3_2507 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["4B", "235B-A22B"],
    instruct_tags=["Instruct", "Thinking"],
    quant_types={"4B": ALL_FIVE, "235B-A22B": [GGUF, FP8]},
    upstream_quants={"4B": [FP8]},
    name="{base_name}{model_version}-{size}-{instruct_tag}-2507",
)

QWEN_3_2507_30B = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["30B-A3B"],
    instruct_tags=["Instruct", "Thinking"],
    quant_types={"Instruct": [NONE, BNB, FP8], "Thinking": [NONE, GGUF, FP8]},
    name="{base_name}{model_version}-{size}-{instruct_tag}-2507",
)

QWEN_3_CODER = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["30B-A3B", "480B-A35B"],
    instruct_tags=["Instruct"],
    quant_types={"30B-A3B": [NONE, GGUF], "480B-A35B": [NONE, GGUF, FP8]},
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)

QWEN_3_CODER_1M = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["30B-A3B", "480B-A35B"],
    instruct_tags=["Instruct"],
    modifier="1M",
    quant_types=[GGUF],
    name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
    modality="code",
)

QWEN_3_CODER_NEXT = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    quant_types=[NONE, GGUF, FP8, FP8_DYNAMIC],
    name="{base_name}{model_version}-Coder-Next",
    modality="code",
)

QWEN_3_NEXT = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["80B-A3B"],
    instruct_tags=["Instruct", "Thinking"],
    quant_types={"Instruct": [NONE, BNB, GGUF], "Thinking": [GGUF]},
    name="{base_name}{model_version}-Next-{size}-{instruct_tag}",
)

QWEN_3_EMBEDDING = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["0.6B", "4B"],
    quant_types=[NONE],
    name="{base_name}{model_version}-Embedding-{size}",
    modality="embedding",
)

QWEN_3_VL_INSTRUCT = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["2B", "4B", "8B", "30B-A3B", "32B", "235B-A22B"],
    instruct_tags=["Instruct"],
    quant_types={
        ("2B", "4B", "8B", "32B"): ALL_FIVE,
        ("30B-A3B", "235B-A22B"): [NONE, GGUF],
    },
    upstream_quants={("2B", "4B", "8B", "32B"): [FP8]},
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_3_VL_THINKING = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["2B", "4B", "8B", "30B-A3B", "32B", "235B-A22B"],
    instruct_tags=["Thinking"],
    quant_types={
        "2B": ALL_FIVE,
        "4B": [NONE, BNB, GGUF, FP8],
        "8B": [NONE, BNB, GGUF],
        "32B": [NONE, GGUF, FP8],
        ("30B-A3B", "235B-A22B"): [NONE, GGUF],
    },
    upstream_quants={("2B", "4B", "8B", "32B"): [FP8]},
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_3_VL_INSTRUCT_1M = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["2B", "8B"],
    instruct_tags=["Instruct"],
    modifier="1M",
    quant_types=[GGUF],
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_3_VL_THINKING_1M = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["4B"],
    instruct_tags=["Thinking"],
    modifier="1M",
    quant_types=[GGUF],
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
)

# From 3.5 on the line is multimodal itself; there is no VL beside it.
QWEN_3_5 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.5",
    model_sizes=["0.8B", "2B", "4B", "9B", "27B", "35B-A3B", "122B-A10B", "397B-A17B"],
    quant_types={
        ("0.8B", "2B", "4B", "9B", "27B", "35B-A3B"): [NONE, GGUF],
        ("122B-A10B", "397B-A17B"): [GGUF],
    },
    name="{base_name}{model_version}-{size}",
    is_multimodal=True,
)

QWEN_3_5_BASE = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.5",
    model_sizes=["0.8B", "4B"],
    instruct_tags=["Base"],
    quant_types=[NONE],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    is_multimodal=True,
)

QWEN_3_5_MTP = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.5",
    model_sizes=["0.8B", "4B", "9B", "35B-A3B", "122B-A10B"],
    modifier="MTP",
    quant_types=[GGUF],
    name="{base_name}{model_version}-{size}",
    is_multimodal=True,
)

QWEN_3_6 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.6",
    model_sizes=["27B", "35B-A3B"],
    quant_types={
        "27B": [
            NONE,
            GGUF,
            NVFP4,
            MLX_8BIT,
            UD_MLX_3BIT,
            UD_MLX_4BIT,
            UD_MLX_6BIT,
            UD_MLX_MXFP4,
            UD_MLX_NVFP4,
        ],
        "35B-A3B": [NONE, GGUF, NVFP4, MLX_8BIT, UD_MLX_3BIT, UD_MLX_4BIT],
    },
    name="{base_name}{model_version}-{size}",
    is_multimodal=True,
)

QWEN_3_6_MTP = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.6",
    model_sizes=["27B", "35B-A3B"],
    modifier="MTP",
    quant_types=[GGUF],
    name="{base_name}{model_version}-{size}",
    is_multimodal=True,
)

QWEN_3_8 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.8",
    model_sizes=["27B"],
    quant_types=[GGUF, NVFP4],
    name="{base_name}{model_version}-{size}",
    is_multimodal=True,
)

# The open weights of the largest one are text only.
QWEN_3_8_MAX = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.8",
    model_sizes=["2.4T-A95B"],
    quant_types=[GGUF],
    name="{base_name}{model_version}-{size}",
)

# Qwen/Qwen3.8-Flash-Next: https://huggingface.co/Qwen/Qwen3.8-Flash-Next
QWEN_3_8_FLASH_NEXT = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3.8",
    quant_types=[GGUF],
    name="{base_name}{model_version}-Flash-Next",
    is_multimodal=True,
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

"""Llama, by Meta."""

from codegen.schema import (
    BNB,
    BNB_8BIT,
    FP8,
    FP8_BLOCK,
    FP8_DYNAMIC,
    GGUF,
    NONE,
    UD_GGUF,
    UNSLOTH,
    ModelMeta,
    Row,
    verify,
)

from ._shared import ALL_FOUR, DYNAMIC, PLAIN

ORG = "meta-llama"
MODALITY = "text"

LLAMA_2 = ModelMeta(
    base_name="Llama",
    model_version="2",
    rows=[
        Row(sizes=["7b"], tags=[None, "chat"], quants=PLAIN),
        Row(sizes=["13b"], tags=[None], quants=PLAIN),
    ],
    name="{base_name:lower}-{model_version}-{size}-{instruct_tag}",
    original="{org}/{base_name}-{model_version}-{size}-{instruct_tag}-hf",
    untagged="base",
)
CODE_LLAMA = ModelMeta(
    org="codellama",
    base_name="CodeLlama",
    rows=[Row(sizes=["7b"], quants=PLAIN), Row(sizes=["13b", "34b"], quants=[BNB])],
    name="{base_name:lower}-{size}-{instruct_tag}",
    original="{org}/{base_name}-{size}-{instruct_tag}-hf",
    modality="code",
    untagged="base",
)

LLAMA_3 = ModelMeta(
    base_name="Llama",
    model_version="3",
    model_sizes=["8b", "70b"],
    instruct_tags=[None, "Instruct"],
    quant_types=PLAIN,
    name="{base_name:lower}-{model_version}-{size}-{instruct_tag}",
    original="{org}/Meta-{base_name}-{model_version}-{size:upper}-{instruct_tag}",
    untagged="base",
)

LLAMA = ModelMeta(
    base_name="Llama",
    rows=[
        Row(versions=["3.1"], sizes=["8B"], quants=[*DYNAMIC, FP8_DYNAMIC, FP8_BLOCK]),
        Row(versions=["3.1"], sizes=["70B"], quants=[FP8_DYNAMIC, FP8_BLOCK]),
        Row(versions=["3.2"], sizes=["1B", "3B"], quants=[*DYNAMIC, FP8_DYNAMIC]),
    ],
    untagged="base",
)
LLAMA_INSTRUCT = ModelMeta(
    base_name="Llama",
    instruct_tags=["Instruct"],
    rows=[
        Row(versions=["3.1"], sizes=["8B"], quants=[*ALL_FOUR, FP8_BLOCK]),
        Row(versions=["3.1"], sizes=["70B"], originals_only=True, mirrors=[]),
        Row(versions=["3.2"], sizes=["1B"], quants=[*ALL_FOUR, FP8_BLOCK]),
        Row(versions=["3.2"], sizes=["3B"], quants=[*ALL_FOUR, FP8_DYNAMIC, FP8_BLOCK]),
        Row(versions=["3.3"], sizes=["70B"], quants=[*DYNAMIC, FP8_DYNAMIC, FP8_BLOCK]),
    ],
    mirrors=["RedHatAI/{name}-FP8"],
)
# Meta published 3.1 as "Meta-Llama-3.1" and renamed it later: uploads exist under both names.
META_LLAMA_3_1 = ModelMeta(
    base_name="Llama",
    model_version="3.1",
    rows=[
        Row(sizes=["8B"], tags=[None, "Instruct"], quants=DYNAMIC),
        Row(sizes=["70B"], tags=[None, "Instruct"], quants=PLAIN),
        Row(sizes=["405B"], tags=[None], quants=[BNB]),
        Row(sizes=["405B"], tags=["Instruct"], quants=PLAIN),
    ],
    name="Meta-{base_name}-{model_version}-{size}-{instruct_tag}",
    spelled=["meta-Llama-3.1-8B-unsloth-bnb-4bit"],
    untagged="base",
)
LLAMA_VISION = ModelMeta(
    base_name="Llama",
    model_version="3.2",
    instruct_tags=[None, "Instruct"],
    rows=[Row(sizes=["11B"], quants=DYNAMIC), Row(sizes=["90B"], quants=PLAIN)],
    name="{base_name}-{model_version}-{size}-Vision-{instruct_tag}",
    modality="vision",
    untagged="base",
)

LLAMA_4_SCOUT = ModelMeta(
    base_name="Llama",
    model_version="4",
    model_sizes=["17B-16E"],
    rows=[
        Row(tags=[None], quants=[NONE]),
        Row(tags=["Instruct"], quants=[NONE, UNSLOTH, BNB_8BIT]),
    ],
    name="{base_name}-{model_version}-Scout-{size}-{instruct_tag}",
    modality="vision",
    parameters="109B",  # https://unsloth.ai/docs/models/llama-4
    untagged="base",
)
# A second dynamic upload, under a tag of its own.
LLAMA_4_SCOUT_DYNAMIC = LLAMA_4_SCOUT.but(
    instruct_tags=["Instruct"],
    modifier="unsloth-dynamic",
    quant_types=[UNSLOTH],
    quant_tags={UNSLOTH: "bnb-4bit"},
    constants={
        "unsloth/Llama-4-Scout-17B-16E-Instruct-unsloth-dynamic-bnb-4bit": (
            "LLAMA_4_SCOUT_17B_16E_INSTRUCT_UNSLOTH_DYNAMIC"
        )
    },
)
LLAMA_4_MAVERICK = ModelMeta(
    base_name="Llama",
    model_version="4",
    model_sizes=["17B-128E"],
    rows=[
        Row(tags=[None], quants=[NONE]),
        Row(tags=["Instruct"], quants=[NONE, GGUF, UD_GGUF, FP8]),
    ],
    name="{base_name}-{model_version}-Maverick-{size}-{instruct_tag}",
    modality="vision",
    parameters="400B",
    untagged="base",
)

LLAMA_GUARD = ModelMeta(
    base_name="Llama",
    rows=[
        Row(versions=["3"], sizes=["1B"], quants=[NONE]),
        Row(versions=["4"], sizes=["12B"], quants=[NONE], modality="vision"),
    ],
    name="{base_name}-Guard-{model_version}-{size}",
)

if __name__ == "__main__":
    verify(__file__)

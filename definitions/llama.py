"""Llama, by Meta."""

from codegen.schema import (
    BNB,
    BNB_8BIT,
    FP8,
    FP8_BLOCK,
    FP8_DYNAMIC,
    GGUF,
    NONE,
    UNSLOTH,
    ModelMeta,
    verify,
)

PLAIN = [NONE, BNB]
DYNAMIC = [NONE, BNB, UNSLOTH]
ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]

LLAMA_2 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="2",
    model_sizes=["7b", "13b"],
    instruct_tags=[None, "chat"],
    quant_types={"7b": PLAIN, "13b": {None: PLAIN}},
    name="{base_name:lower}-{model_version}-{size}-{instruct_tag}",
    original="{org}/{base_name}-{model_version}-{size}-{instruct_tag}-hf",
)
CODE_LLAMA = LLAMA_2.but(
    org="codellama",
    base_name="CodeLlama",
    model_version=None,
    model_sizes=["7b", "13b", "34b"],
    instruct_tags=[None],
    quant_types={"7b": PLAIN, ("13b", "34b"): [BNB]},
    modality="code",
)

LLAMA_3 = LLAMA_2.but(
    model_version="3",
    model_sizes=["8b", "70b"],
    instruct_tags=[None, "Instruct"],
    quant_types=PLAIN,
    original="{org}/Meta-{base_name}-{model_version}-{size:upper}-{instruct_tag}",
)

LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B", "70B"],
    instruct_tags=[None, "Instruct"],
    quant_types={
        "8B": {None: [*DYNAMIC, FP8_DYNAMIC, FP8_BLOCK], "Instruct": [*ALL_FOUR, FP8_BLOCK]},
        "70B": {None: [FP8_DYNAMIC, FP8_BLOCK], "Instruct": None},
    },
    mirrors={"8B": {"Instruct": ["RedHatAI/{name}-FP8"]}},
)
# Meta published 3.1 as "Meta-Llama-3.1" and renamed it later: uploads exist under both names.
META_LLAMA_3_1 = LLAMA_3_1.but(
    model_sizes=["8B", "70B", "405B"],
    quant_types={"8B": DYNAMIC, "70B": PLAIN, "405B": {None: [BNB], "Instruct": PLAIN}},
    name="Meta-{base_name}-{model_version}-{size}-{instruct_tag}",
    spelled=["meta-Llama-3.1-8B-unsloth-bnb-4bit"],
    mirrors=[],
)

LLAMA_3_2 = LLAMA_3_1.but(
    model_version="3.2",
    model_sizes=["1B", "3B"],
    quant_types={
        None: [*DYNAMIC, FP8_DYNAMIC],
        "Instruct": {"1B": [*ALL_FOUR, FP8_BLOCK], "3B": [*ALL_FOUR, FP8_DYNAMIC, FP8_BLOCK]},
    },
    mirrors={"Instruct": ["RedHatAI/{name}-FP8"]},
)
LLAMA_3_2_VISION = LLAMA_3_2.but(
    model_sizes=["11B", "90B"],
    quant_types={"11B": DYNAMIC, "90B": PLAIN},
    name="{base_name}-{model_version}-{size}-Vision-{instruct_tag}",
    mirrors=[],
    is_multimodal=True,
)

LLAMA_3_3 = LLAMA_3_2.but(
    model_version="3.3",
    model_sizes=["70B"],
    instruct_tags=["Instruct"],
    quant_types=[*DYNAMIC, FP8_DYNAMIC, FP8_BLOCK],
)

LLAMA_4 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="4",
    model_sizes=["17B-16E", "17B-128E"],
    instruct_tags=[None, "Instruct"],
    quant_types={
        None: [NONE],
        "Instruct": {"17B-16E": [NONE, UNSLOTH, BNB_8BIT], "17B-128E": [NONE, GGUF, FP8]},
    },
    name={
        "17B-16E": "{base_name}-{model_version}-Scout-{size}-{instruct_tag}",
        "17B-128E": "{base_name}-{model_version}-Maverick-{size}-{instruct_tag}",
    },
    is_multimodal=True,
)
# A second dynamic upload, under a tag of its own.
LLAMA_4_DYNAMIC = LLAMA_4.but(
    model_sizes=["17B-16E"],
    instruct_tags=["Instruct"],
    modifier="unsloth-dynamic",
    quant_types=[UNSLOTH],
    quant_tags={UNSLOTH: "bnb-4bit"},
    name="{base_name}-{model_version}-Scout-{size}-{instruct_tag}",
    constants={
        "unsloth/Llama-4-Scout-17B-16E-Instruct-unsloth-dynamic-bnb-4bit": (
            "LLAMA_4_SCOUT_17B_16E_INSTRUCT_UNSLOTH_DYNAMIC"
        )
    },
)

if __name__ == "__main__":
    verify(__file__)

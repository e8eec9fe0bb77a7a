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

LLAMA_2 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="2",
    model_sizes=["7b", "13b"],
    quant_types=PLAIN,
    name="{base_name:lower}-{model_version}-{size}-{instruct_tag}",
    original="{org}/{base_name}-{model_version}-{size}-{instruct_tag}-hf",
)
LLAMA_2_CHAT = LLAMA_2.but(model_sizes=["7b"], instruct_tags=["chat"])

CODE_LLAMA = LLAMA_2.but(
    org="codellama",
    base_name="CodeLlama",
    model_version=None,
    model_sizes=["7b", "13b", "34b"],
    quant_types={"7b": PLAIN, ("13b", "34b"): [BNB]},
    modality="code",
)

LLAMA_3 = LLAMA_2.but(
    model_version="3",
    model_sizes=["8b", "70b"],
    instruct_tags=[None, "Instruct"],
    original="{org}/Meta-{base_name}-{model_version}-{size:upper}-{instruct_tag}",
)

# Meta published 3.1 as "Meta-Llama-3.1" and renamed it later: uploads exist under both names.
META_LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B", "70B", "405B"],
    instruct_tags=[None, "Instruct"],
    quant_types={
        "8B": {None: PLAIN, "Instruct": DYNAMIC},
        "70B": PLAIN,
        "405B": {None: [BNB], "Instruct": PLAIN},
    },
    name="Meta-{base_name}-{model_version}-{size}-{instruct_tag}",
)
META_LLAMA_3_1_DYNAMIC = META_LLAMA_3_1.but(
    model_sizes=["8B"],
    instruct_tags=[None],
    quant_types=[UNSLOTH],
    name="meta-{base_name}-{model_version}-{size}",  # this one upload has a small m
    original="{org}/Meta-{base_name}-{model_version}-{size}",
)

LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B", "70B"],
    quant_types={"8B": [*DYNAMIC, FP8_DYNAMIC, FP8_BLOCK], "70B": [FP8_DYNAMIC, FP8_BLOCK]},
)
LLAMA_3_1_INSTRUCT = LLAMA_3_1.but(
    model_sizes=["8B"],
    instruct_tags=["Instruct"],
    quant_types=[*DYNAMIC, GGUF, FP8_BLOCK],
    mirrors=["RedHatAI/{name}-FP8"],
)
LLAMA_3_1_70B = LLAMA_3_1.but(model_sizes=["70B"], instruct_tags=["Instruct"], quant_types=None)

LLAMA_3_2 = LLAMA_3_1.but(
    model_version="3.2", model_sizes=["1B", "3B"], quant_types=[*DYNAMIC, FP8_DYNAMIC]
)
LLAMA_3_2_INSTRUCT = LLAMA_3_1_INSTRUCT.but(
    model_version="3.2",
    model_sizes=["1B", "3B"],
    quant_types={"1B": [*DYNAMIC, GGUF, FP8_BLOCK], "3B": [*DYNAMIC, GGUF, FP8_DYNAMIC, FP8_BLOCK]},
)
LLAMA_3_2_VISION = LLAMA_3_2.but(
    model_sizes=["11B", "90B"],
    instruct_tags=[None, "Instruct"],
    quant_types={"11B": DYNAMIC, "90B": PLAIN},
    name="{base_name}-{model_version}-{size}-Vision-{instruct_tag}",
    is_multimodal=True,
)

LLAMA_3_3 = LLAMA_3_1_INSTRUCT.but(
    model_version="3.3", model_sizes=["70B"], quant_types=[*DYNAMIC, FP8_DYNAMIC, FP8_BLOCK]
)

LLAMA_4_SCOUT = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="4",
    model_sizes=["17B-16E"],
    instruct_tags=[None, "Instruct"],
    quant_types={None: [NONE], "Instruct": [NONE, UNSLOTH, BNB_8BIT]},
    name="{base_name}-{model_version}-Scout-{size}-{instruct_tag}",
    is_multimodal=True,
)
# A second dynamic upload, under a tag of its own.
LLAMA_4_SCOUT_DYNAMIC = LLAMA_4_SCOUT.but(
    instruct_tags=["Instruct"],
    modifier="unsloth-dynamic",
    quant_types=[UNSLOTH],
    quant_tags={UNSLOTH: "bnb-4bit"},
)
LLAMA_4_MAVERICK = LLAMA_4_SCOUT.but(
    model_sizes=["17B-128E"],
    quant_types={None: [NONE], "Instruct": [NONE, GGUF, FP8]},
    name="{base_name}-{model_version}-Maverick-{size}-{instruct_tag}",
)

if __name__ == "__main__":
    verify(__file__)

"""Mistral, by Mistral AI."""

from codegen.schema import (
    BNB,
    FP8,
    FP8_DYNAMIC,
    GGUF,
    NONE,
    NVFP4,
    TORCHAO_FP8,
    UNSLOTH,
    ModelMeta,
    verify,
)

PLAIN = [NONE, BNB]
DYNAMIC = [NONE, BNB, UNSLOTH]
ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]

MISTRAL_7B = ModelMeta(
    org="mistralai",
    base_name="Mistral",
    model_version="v0.1",
    model_sizes=["7b"],
    quant_types=PLAIN,
    name="{base_name:lower}-{size}",  # without the version, which is the first
    original="{org}/{base_name}-{size:upper}-{model_version}",
)

MISTRAL_7B_LATER = MISTRAL_7B.but(
    model_version=["v0.2", "v0.3"],
    name="{base_name:lower}-{size}-{model_version}",
    original={
        # Mistral AI gave out the weights of 0.2, but no repo.
        "v0.2": "alpindale/{base_name}-{size:upper}-{model_version}-hf",
        "v0.3": "{org}/{base_name}-{size:upper}-{model_version}",
    },
)

MISTRAL_7B_INSTRUCT = MISTRAL_7B.but(
    model_version=["v0.1", "v0.2", "v0.3"],
    instruct_tags=["instruct"],
    name="{base_name:lower}-{size}-{instruct_tag}-{model_version}",
    original="{org}/{base_name}-{size:upper}-Instruct-{model_version}",
)

MIXTRAL = ModelMeta(
    org="mistralai",
    base_name="Mixtral",
    model_version="v0.1",
    model_sizes=["8x7B"],
    instruct_tags=[None, "Instruct"],
    quant_types=DYNAMIC,
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
)

CODESTRAL = ModelMeta(
    org="mistralai",
    base_name="Codestral",
    model_version="v0.1",
    model_sizes=["22B"],
    quant_types=None,
    name="{base_name}-{size}-{model_version}",
    mirrors=["mistral-community/{name}"],
    modality="code",
)

MISTRAL_NEMO = ModelMeta(
    org="mistralai",
    base_name="Mistral",
    model_version="2407",
    instruct_tags=["Base", "Instruct"],
    quant_types={"Base": PLAIN, "Instruct": [NONE, BNB, GGUF]},
    name="{base_name}-Nemo-{instruct_tag}-{model_version}",
)

MISTRAL_LARGE_2 = MISTRAL_NEMO.but(
    instruct_tags=["Instruct"],
    quant_types=PLAIN,
    name="{base_name}-Large-{instruct_tag}-{model_version}",
)

MISTRAL_SMALL_2 = MISTRAL_LARGE_2.but(
    model_version="2409", name="{base_name}-Small-{instruct_tag}-{model_version}"
)

MISTRAL_SMALL_3 = MISTRAL_NEMO.but(
    model_version="2501",
    model_sizes=["24B"],
    quant_types={"Base": DYNAMIC, "Instruct": ALL_FOUR},
    name="{base_name}-Small-{size}-{instruct_tag}-{model_version}",
)

MISTRAL_SMALL_3_1 = MISTRAL_SMALL_3.but(
    model_version="3.1",
    name="{base_name}-Small-{model_version}-{size}-{instruct_tag}-2503",
    is_multimodal=True,
)

MISTRAL_SMALL_3_2 = MISTRAL_SMALL_3_1.but(
    model_version="3.2",
    instruct_tags=["Instruct"],
    quant_types=[*ALL_FOUR, FP8],
    name="{base_name}-Small-{model_version}-{size}-{instruct_tag}-2506",
)

MISTRAL_SMALL_4 = MISTRAL_SMALL_3_2.but(
    model_version="4",
    model_sizes=["119B"],
    instruct_tags=[None],
    quant_types=[GGUF],
    name="{base_name}-Small-{model_version}-{size}-2603",
)

MISTRAL_MEDIUM_3_5 = MISTRAL_SMALL_4.but(
    model_version="3.5", model_sizes=["128B"], name="{base_name}-Medium-{model_version}-{size}"
)

MISTRAL_LARGE_3 = MISTRAL_SMALL_3_2.but(
    model_version="3",
    model_sizes=["675B"],
    quant_types=[GGUF, NVFP4],
    name="{base_name}-Large-{model_version}-{size}-{instruct_tag}-2512",
)

# Mistral AI released the Instruct models in FP8; their uploads without a tag are 16-bit.
MINISTRAL_3 = ModelMeta(
    org="mistralai",
    base_name="Ministral",
    model_version="3",
    model_sizes=["3B", "8B", "14B"],
    instruct_tags=["Base", "Instruct", "Reasoning"],
    quant_types={
        "Base": DYNAMIC,
        "Instruct": {
            "3B": [NONE, UNSLOTH, GGUF, FP8],
            "8B": [*ALL_FOUR, FP8],
            "14B": [NONE, GGUF],
        },
        "Reasoning": {"3B": DYNAMIC, "8B": PLAIN, "14B": ALL_FOUR},
    },
    name="{base_name}-{model_version}-{size}-{instruct_tag}-2512",
    is_multimodal=True,
)

PIXTRAL = ModelMeta(
    org="mistralai",
    base_name="Pixtral",
    model_version="2409",
    model_sizes=["12B"],
    instruct_tags=[None, "Base"],
    quant_types={None: DYNAMIC, "Base": PLAIN},
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
    is_multimodal=True,
)

MAGISTRAL_SMALL = ModelMeta(
    org="mistralai",
    base_name="Magistral",
    model_version=["2506", "2507"],
    quant_types={"2506": ALL_FOUR, "2507": [NONE, UNSLOTH, GGUF]},
    name="{base_name}-Small-{model_version}",
)

MAGISTRAL_SMALL_2509 = MAGISTRAL_SMALL.but(
    model_version="2509",
    quant_types=[*ALL_FOUR, FP8_DYNAMIC, TORCHAO_FP8],
    quant_tags={TORCHAO_FP8: "FP8-torchao"},
    is_multimodal=True,
)

DEVSTRAL_SMALL = ModelMeta(
    org="mistralai",
    base_name="Devstral",
    model_version=["2505", "2507"],
    quant_types=ALL_FOUR,
    name="{base_name}-Small-{model_version}",
    modality="code",
)

DEVSTRAL_SMALL_2 = DEVSTRAL_SMALL.but(
    model_version="2",
    model_sizes=["24B"],
    instruct_tags=["Instruct"],
    quant_types=[NONE, GGUF],
    name="{base_name}-Small-{model_version}-{size}-{instruct_tag}-2512",
    is_multimodal=True,
)

DEVSTRAL_2 = DEVSTRAL_SMALL_2.but(
    model_sizes=["123B"],
    quant_types=[GGUF],
    name="{base_name}-{model_version}-{size}-{instruct_tag}-2512",
    is_multimodal=False,
)

if __name__ == "__main__":
    verify(__file__)

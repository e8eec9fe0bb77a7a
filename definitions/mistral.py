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
    model_version=["v0.1", "v0.2", "v0.3"],
    model_sizes=["7b"],
    instruct_tags=[None, "instruct"],
    quant_types=PLAIN,
    name={
        None: {
            "v0.1": "{base_name:lower}-{size}",
            ("v0.2", "v0.3"): "{base_name:lower}-{size}-{model_version}",
        },
        "instruct": "{base_name:lower}-{size}-{instruct_tag}-{model_version}",
    },
    original={
        None: {
            ("v0.1", "v0.3"): "{org}/{base_name}-{size:upper}-{model_version}",
            # Mistral AI gave out the weights of 0.2, but not as a repo.
            "v0.2": "alpindale/{base_name}-{size:upper}-{model_version}-hf",
        },
        "instruct": "{org}/{base_name}-{size:upper}-Instruct-{model_version}",
    },
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

PIXTRAL = MIXTRAL.but(
    base_name="Pixtral",
    model_version="2409",
    model_sizes=["12B"],
    instruct_tags=[None, "Base"],
    quant_types={None: DYNAMIC, "Base": PLAIN},
    is_multimodal=True,
)

CODESTRAL = MIXTRAL.but(
    base_name="Codestral",
    model_sizes=["22B"],
    instruct_tags=[None],
    quant_types=None,
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

# The second generation of Large and Small, whose names give no other size.
MISTRAL_2 = MISTRAL_NEMO.but(
    model_version=["2407", "2409"],
    model_sizes=["Large", "Small"],
    instruct_tags=["Instruct"],
    quant_types={"2407": {"Large": PLAIN}, "2409": {"Small": PLAIN}},
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
)

# Small reads pictures from 3.1 on.
MISTRAL_SMALL = MISTRAL_NEMO.but(
    model_version=["2501", "3.1", "3.2"],
    model_sizes=["24B"],
    quant_types={
        ("2501", "3.1"): {"Base": DYNAMIC, "Instruct": ALL_FOUR},
        "3.2": {"Instruct": [*ALL_FOUR, FP8]},
    },
    name={
        "2501": "{base_name}-Small-{size}-{instruct_tag}-{model_version}",
        "3.1": "{base_name}-Small-{model_version}-{size}-{instruct_tag}-2503",
        "3.2": "{base_name}-Small-{model_version}-{size}-{instruct_tag}-2506",
    },
    is_multimodal={"2501": False, ("3.1", "3.2"): True},
)

MISTRAL_LARGE_3 = MISTRAL_NEMO.but(
    model_version="3",
    model_sizes=["675B"],
    instruct_tags=["Instruct"],
    quant_types=[GGUF, NVFP4],
    name="{base_name}-Large-{model_version}-{size}-{instruct_tag}-2512",
    is_multimodal=True,
)

MISTRAL_SMALL_4 = MISTRAL_LARGE_3.but(
    model_version="4",
    model_sizes=["119B"],
    instruct_tags=[None],
    quant_types=[GGUF],
    name="{base_name}-Small-{model_version}-{size}-2603",
)

MISTRAL_MEDIUM_3_5 = MISTRAL_SMALL_4.but(
    model_version="3.5", model_sizes=["128B"], name="{base_name}-Medium-{model_version}-{size}"
)

# Mistral AI released the Instruct models in FP8; their uploads without a tag are 16-bit.
MINISTRAL = ModelMeta(
    org="mistralai",
    base_name="Ministral",
    model_version="3",
    model_sizes=["3B", "8B", "14B"],
    instruct_tags=["Base", "Instruct", "Reasoning"],
    quant_types={
        "3B": {"Base": DYNAMIC, "Instruct": [NONE, UNSLOTH, GGUF, FP8], "Reasoning": DYNAMIC},
        "8B": {"Base": DYNAMIC, "Instruct": [*ALL_FOUR, FP8], "Reasoning": PLAIN},
        "14B": {"Base": DYNAMIC, "Instruct": [NONE, GGUF], "Reasoning": ALL_FOUR},
    },
    name="{base_name}-{model_version}-{size}-{instruct_tag}-2512",
    is_multimodal=True,
)

MAGISTRAL = ModelMeta(
    org="mistralai",
    base_name="Magistral",
    model_version=["2506", "2507", "2509"],
    model_sizes=["Small"],
    quant_types={
        "2506": ALL_FOUR,
        "2507": [NONE, UNSLOTH, GGUF],
        "2509": [*ALL_FOUR, FP8_DYNAMIC, TORCHAO_FP8],
    },
    quant_tags={TORCHAO_FP8: "FP8-torchao"},
    name="{base_name}-{size}-{model_version}",
    is_multimodal={("2506", "2507"): False, "2509": True},
)

DEVSTRAL = ModelMeta(
    org="mistralai",
    base_name="Devstral",
    model_version=["2505", "2507"],
    model_sizes=["Small"],
    quant_types=ALL_FOUR,
    name="{base_name}-{size}-{model_version}",
    modality="code",
)

DEVSTRAL_2 = DEVSTRAL.but(
    model_version="2",
    model_sizes=["24B", "123B"],
    instruct_tags=["Instruct"],
    quant_types={"24B": [NONE, GGUF], "123B": [GGUF]},
    name={
        "24B": "{base_name}-Small-{model_version}-{size}-{instruct_tag}-2512",
        "123B": "{base_name}-{model_version}-{size}-{instruct_tag}-2512",
    },
    is_multimodal={"24B": True, "123B": False},
)

if __name__ == "__main__":
    verify(__file__)

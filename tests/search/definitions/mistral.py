"""Mistral, by Mistral AI."""

from codegen.schema import (
    FP8,
    FP8_DYNAMIC,
    GGUF,
    NONE,
    NVFP4,
    TORCHAO_FP8,
    UNSLOTH,
    ModelMeta,
    Retired,
    Row,
    verify,
)

from ._shared import ALL_FOUR, DYNAMIC, PLAIN

ORG = "mistralai"
MODALITY = "text"

MISTRAL_7B_V0_1 = ModelMeta(
    base_name="Mistral",
    rows=[Row(versions=["v0.1"], sizes=["7b"], quants=PLAIN)],
    name="{base_name:lower}-{size}",
    original="{org}/{base_name}-{size:upper}-{model_version}",
)
MISTRAL_7B = ModelMeta(
    base_name="Mistral",
    model_sizes=["7b"],
    rows=[
        # Mistral AI published the weights of 0.2, but not as a repo.
        Row(
            versions=["v0.2"],
            quants=PLAIN,
            original=None,
            mirrors=["alpindale/{base_name}-{size:upper}-{model_version}-hf"],
        ),
        Row(versions=["v0.3"], quants=PLAIN),
    ],
    name="{base_name:lower}-{size}-{model_version}",
    original="{org}/{base_name}-{size:upper}-{model_version}",
)
MISTRAL_7B_INSTRUCT = ModelMeta(
    base_name="Mistral",
    model_sizes=["7b"],
    instruct_tags=["instruct"],
    rows=[Row(versions=["v0.1", "v0.2", "v0.3"], quants=PLAIN)],
    name="{base_name:lower}-{size}-{instruct_tag}-{model_version}",
    original="{org}/{base_name}-{size:upper}-Instruct-{model_version}",
)

MIXTRAL = ModelMeta(
    base_name="Mixtral",
    rows=[Row(versions=["v0.1"], sizes=["8x7B"], tags=[None, "Instruct"], quants=DYNAMIC)],
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
    parameters="46.7B-A12.9B",  # https://mistral.ai/news/mixtral-of-experts
)

PIXTRAL = ModelMeta(
    base_name="Pixtral",
    model_version="2409",
    model_sizes=["12B"],
    rows=[Row(tags=[None], quants=DYNAMIC), Row(tags=["Base"], quants=PLAIN)],
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
    modality="vision",
)

CODESTRAL = ModelMeta(
    base_name="Codestral",
    model_version="v0.1",
    model_sizes=["22B"],
    originals_only=True,
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
    mirrors=["mistral-community/{name}"],
    modality="code",
)

MISTRAL_NEMO = ModelMeta(
    base_name="Mistral",
    model_version="2407",
    rows=[Row(tags=["Base"], quants=PLAIN), Row(tags=["Instruct"], quants=[*PLAIN, GGUF])],
    name="{base_name}-Nemo-{instruct_tag}-{model_version}",
)

# The second generation of Large and Small, whose names give no other size.
MISTRAL_2 = ModelMeta(
    base_name="Mistral",
    instruct_tags=["Instruct"],
    rows=[
        Row(versions=["2407"], sizes=["Large"], quants=PLAIN),
        Row(versions=["2409"], sizes=["Small"], quants=PLAIN),
    ],
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
)

MISTRAL_SMALL_3 = ModelMeta(
    base_name="Mistral",
    model_version="2501",
    model_sizes=["24B"],
    rows=[Row(tags=["Base"], quants=DYNAMIC), Row(tags=["Instruct"], quants=ALL_FOUR)],
    name="{base_name}-Small-{size}-{instruct_tag}-{model_version}",
)
# Small takes images from 3.1 on.
MISTRAL_SMALL_3_1 = ModelMeta(
    base_name="Mistral",
    model_version="3.1",
    model_sizes=["24B"],
    rows=[Row(tags=["Base"], quants=DYNAMIC), Row(tags=["Instruct"], quants=ALL_FOUR)],
    name="{base_name}-Small-{model_version}-{size}-{instruct_tag}-2503",
    modality="vision",
)
MISTRAL_SMALL_3_2 = ModelMeta(
    base_name="Mistral",
    rows=[Row(versions=["3.2"], sizes=["24B"], tags=["Instruct"], quants=[*ALL_FOUR, FP8])],
    name="{base_name}-Small-{model_version}-{size}-{instruct_tag}-2506",
    modality="vision",
)
MISTRAL_SMALL_4 = ModelMeta(
    base_name="Mistral",
    rows=[Row(versions=["4"], sizes=["119B"], quants=[NONE, GGUF])],
    name="{base_name}-Small-{model_version}-{size}-2603",
    modality="vision",
    active_parameters="6.5B",  # https://github.com/vllm-project/recipes
)

MISTRAL_MEDIUM_3_5 = ModelMeta(
    base_name="Mistral",
    rows=[Row(versions=["3.5"], sizes=["128B"], quants=[NONE, GGUF])],
    name="{base_name}-Medium-{model_version}-{size}",
    modality="vision",
)

MISTRAL_LARGE_3 = ModelMeta(
    base_name="Mistral",
    rows=[Row(versions=["3"], sizes=["675B"], tags=["Instruct"], quants=[GGUF, NVFP4])],
    name="{base_name}-Large-{model_version}-{size}-{instruct_tag}-2512",
    modality="vision",
    active_parameters="41B",  # https://vercel.com/ai-gateway/models/mistral-large-3
)

# Mistral AI released the Instruct models in FP8; their uploads without a tag are 16-bit.
MINISTRAL = ModelMeta(
    base_name="Ministral",
    model_version="3",
    rows=[
        Row(sizes=["3B"], tags=["Base", "Reasoning"], quants=DYNAMIC),
        Row(sizes=["3B"], tags=["Instruct"], quants=[NONE, UNSLOTH, GGUF, FP8]),
        Row(sizes=["8B", "14B"], tags=["Base"], quants=DYNAMIC),
        Row(sizes=["8B"], tags=["Instruct"], quants=[*ALL_FOUR, FP8]),
        Row(sizes=["8B"], tags=["Reasoning"], quants=PLAIN),
        Row(sizes=["14B"], tags=["Instruct"], quants=[NONE, GGUF]),
        Row(sizes=["14B"], tags=["Reasoning"], quants=ALL_FOUR),
    ],
    name="{base_name}-{model_version}-{size}-{instruct_tag}-2512",
    modality="vision",
)

MAGISTRAL = ModelMeta(
    base_name="Magistral",
    model_sizes=["Small"],
    rows=[
        Row(versions=["2506"], quants=ALL_FOUR, modality="text"),
        Row(versions=["2507"], quants=[NONE, UNSLOTH, GGUF], modality="text"),
        Row(versions=["2509"], quants=[*ALL_FOUR, FP8_DYNAMIC, TORCHAO_FP8], modality="vision"),
    ],
    quant_tags={TORCHAO_FP8: "FP8-torchao"},
    name="{base_name}-{size}-{model_version}",
)

DEVSTRAL = ModelMeta(
    base_name="Devstral",
    model_sizes=["Small"],
    rows=[Row(versions=["2505", "2507"], quants=ALL_FOUR)],
    name="{base_name}-{size}-{model_version}",
    modality="code",
)
DEVSTRAL_2 = ModelMeta(
    base_name="Devstral",
    model_version="2",
    model_sizes=["123B"],
    instruct_tags=["Instruct"],
    quant_types=[GGUF],
    name="{base_name}-{model_version}-{size}-{instruct_tag}-2512",
    modality="code",
)
DEVSTRAL_2_SMALL = DEVSTRAL_2.but(
    model_sizes=["24B"],
    quant_types=[NONE, GGUF],
    name="{base_name}-Small-{model_version}-{size}-{instruct_tag}-2512",
    is_multimodal=True,
)

MINISTRAL_8B = ModelMeta(
    base_name="Ministral",
    rows=[Row(versions=["2410"], sizes=["8B"], tags=["Instruct"], quants=[NONE])],
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
)

RETIRED = [
    Retired(
        name="MISTRAL_7B_V0_2_HF_ORIGINAL",
        repo_id="alpindale/Mistral-7B-v0.2-hf",
        why="it is a mirror, not a repo of Mistral AI",
        since="2026-11-28",
        replaced_by="alpindale/Mistral-7B-v0.2-hf",
    )
]

if __name__ == "__main__":
    verify(__file__)

"""FLUX, by Black Forest Labs."""

from codegen.schema import COMFYUI, FP8, GGUF, NONE, ModelMeta, Row, verify

ORG = "black-forest-labs"

FLUX_1 = ModelMeta(
    base_name="FLUX",
    model_version="1",
    rows=[
        Row(tags=["dev", "schnell"], quants=[NONE, GGUF, FP8]),
        Row(tags=["Kontext-dev"], quants=[NONE, GGUF]),
        Row(tags=["Krea-dev"], quants=[NONE, FP8]),
    ],
    name="{base_name}.{model_version}-{instruct_tag}",
    modality="image",
)

FLUX_2 = ModelMeta(
    base_name="FLUX",
    model_version="2",
    instruct_tags=["dev"],
    quant_types=[NONE, GGUF, FP8],
    name="{base_name}.{model_version}-{instruct_tag}",
    modality="image",
)
FLUX_2_KLEIN = FLUX_2.but(
    rows=[
        Row(sizes=["4B"], tags=[None], quants=[NONE, GGUF, FP8]),
        Row(sizes=["4B"], tags=["base"], quants=[NONE, GGUF]),
        Row(sizes=["9B"], tags=[None, "base"], quants=[NONE, GGUF]),
    ],
    name="{base_name}.{model_version}-klein-{instruct_tag}-{size}",
)

# A repack's original is the repack it copies.
FLUX_1_TEXT_ENCODERS = ModelMeta(
    org="comfyanonymous",
    base_name="flux",
    quant_types=[NONE],
    name="{base_name}-text-encoders",
    original="{org}/{base_name}_text_encoders",
    modality="image",
)

FLUX_2_COMFYUI = ModelMeta(
    org="Comfy-Org",
    base_name="FLUX",
    model_version="2",
    instruct_tags=["dev"],
    quant_types=[COMFYUI],
    name="{base_name}.{model_version}-{instruct_tag}",
    original="{org}/flux2-dev",
    modality="image",
    constants={"Comfy-Org/flux2-dev": "FLUX_2_DEV_COMFYUI_ORIGINAL"},
)

FLUX_2_VAE = FLUX_2_COMFYUI.but(
    instruct_tags=[None], quant_types=[NONE], name="{base_name}.{model_version}-VAE"
)
FLUX_2_KLEIN_COMFYUI = FLUX_2_COMFYUI.but(
    model_sizes=["9B"],
    instruct_tags=[None],
    name="{base_name}.{model_version}-klein-{size}",
    original="{org}/vae-text-encorder-for-flux-klein-{size:lower}",  # spelled so
    constants={"Comfy-Org/vae-text-encorder-for-flux-klein-9b": "FLUX_2_KLEIN_9B_COMFYUI_ORIGINAL"},
)

if __name__ == "__main__":
    verify(__file__)

"""FLUX, by Black Forest Labs."""

from codegen.schema import COMFYUI, FP8, GGUF, NONE, ModelMeta, verify

FLUX_1 = ModelMeta(
    org="black-forest-labs",
    base_name="FLUX",
    model_version="1",
    instruct_tags=["dev", "schnell", "Kontext-dev", "Krea-dev"],
    quant_types={
        ("dev", "schnell"): [NONE, GGUF, FP8],
        "Kontext-dev": [NONE, GGUF],
        "Krea-dev": [NONE, FP8],
    },
    name="{base_name}.{model_version}-{instruct_tag}",
    modality="image",
)

FLUX_2 = FLUX_1.but(model_version="2", instruct_tags=["dev"], quant_types=[NONE, GGUF, FP8])

FLUX_2_KLEIN = FLUX_2.but(
    model_sizes=["4B", "9B"],
    instruct_tags=[None, "base"],
    quant_types={
        "4B": {None: [NONE, GGUF, FP8], "base": [NONE, GGUF]},
        "9B": {None: [NONE, GGUF], "base": [NONE]},
    },
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

FLUX_2_COMFYUI = FLUX_2.but(
    org="Comfy-Org",
    quant_types=[COMFYUI],
    original="{org}/flux2-dev",
    constants={"Comfy-Org/flux2-dev": "FLUX_2_DEV_COMFYUI_ORIGINAL"},
)

FLUX_2_VAE = FLUX_2_COMFYUI.but(
    instruct_tags=[None], quant_types=[NONE], name="{base_name}.{model_version}-VAE"
)

FLUX_2_KLEIN_COMFYUI = FLUX_2_KLEIN.but(
    org="Comfy-Org",
    model_sizes=["9B"],
    instruct_tags=[None],
    quant_types=[COMFYUI],
    original="{org}/vae-text-encorder-for-flux-klein-{size:lower}",  # spelled so
    constants={
        "Comfy-Org/vae-text-encorder-for-flux-klein-9b": "FLUX_2_KLEIN_9B_COMFYUI_ORIGINAL",
    },
)

if __name__ == "__main__":
    verify(__file__)

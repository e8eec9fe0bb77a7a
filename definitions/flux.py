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
    is_multimodal=True,
    modality="image",
)

FLUX_1_TEXT_ENCODERS = ModelMeta(
    org="comfyanonymous",
    base_name="flux",
    quant_types=[NONE],
    name="{base_name}-text-encoders",
    original="{org}/{base_name}_text_encoders",
    is_multimodal=True,
    modality="image",
)

FLUX_2 = ModelMeta(
    org="black-forest-labs",
    base_name="FLUX",
    model_version="2",
    instruct_tags=["dev"],
    quant_types=[NONE, GGUF, FP8],
    name="{base_name}.{model_version}-{instruct_tag}",
    is_multimodal=True,
    modality="image",
)

FLUX_2_KLEIN = ModelMeta(
    org="black-forest-labs",
    base_name="FLUX",
    model_version="2",
    model_sizes=["4B", "9B"],
    quant_types={"4B": [NONE, GGUF, FP8], "9B": [NONE, GGUF]},
    name="{base_name}.{model_version}-klein-{size}",
    is_multimodal=True,
    modality="image",
)

FLUX_2_KLEIN_BASE = ModelMeta(
    org="black-forest-labs",
    base_name="FLUX",
    model_version="2",
    model_sizes=["4B", "9B"],
    instruct_tags=["base"],
    quant_types={"4B": [NONE, GGUF], "9B": [NONE]},
    name="{base_name}.{model_version}-klein-{instruct_tag}-{size}",
    is_multimodal=True,
    modality="image",
)

# A repack's original is the repack it copies.
FLUX_2_COMFYUI = ModelMeta(
    org="Comfy-Org",
    base_name="FLUX",
    model_version="2",
    instruct_tags=["dev"],
    quant_types=[COMFYUI],
    name="{base_name}.{model_version}-{instruct_tag}",
    original="{org}/flux2-{instruct_tag}",
    constants={"Comfy-Org/flux2-dev": "FLUX_2_DEV_COMFYUI_ORIGINAL"},
    is_multimodal=True,
    modality="image",
)

FLUX_2_KLEIN_COMFYUI = ModelMeta(
    org="Comfy-Org",
    base_name="FLUX",
    model_version="2",
    model_sizes=["9B"],
    quant_types=[COMFYUI],
    name="{base_name}.{model_version}-klein-{size}",
    # The publisher's spelling.
    original="{org}/vae-text-encorder-for-flux-klein-{size:lower}",
    is_multimodal=True,
    modality="image",
)

FLUX_2_VAE = ModelMeta(
    org="Comfy-Org",
    base_name="FLUX",
    model_version="2",
    quant_types=[NONE],
    name="{base_name}.{model_version}-VAE",
    original="{org}/flux2-dev",
    constants={"Comfy-Org/flux2-dev": "FLUX_2_DEV_COMFYUI_ORIGINAL"},
    is_multimodal=True,
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

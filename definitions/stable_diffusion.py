"""Stable Diffusion, by Stability AI."""

from codegen.schema import NONE, ModelMeta, verify

ORG = "stabilityai"

SDXL_BASE = ModelMeta(
    base_name="stable-diffusion-xl",
    model_version="1.0",
    instruct_tags=["base"],
    quant_types=[NONE],
    name="{base_name}-{instruct_tag}-{model_version}",
    modality="image",
)

SDXL_TURBO = ModelMeta(
    base_name="sdxl",
    instruct_tags=["turbo"],
    quant_types=[NONE],
    name="{base_name}-{instruct_tag}-{model_version}",
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

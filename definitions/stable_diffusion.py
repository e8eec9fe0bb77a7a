"""Stable Diffusion, by Stability AI."""

from codegen.schema import NONE, ModelMeta, Row, verify

ORG = "stabilityai"

SDXL_BASE = ModelMeta(
    base_name="stable-diffusion-xl",
    rows=[Row(versions=["1.0"], tags=["base"], quants=[NONE])],
    name="{base_name}-{instruct_tag}-{model_version}",
    modality="image",
)

SDXL_TURBO = ModelMeta(
    base_name="sdxl",
    rows=[Row(tags=["turbo"], quants=[NONE])],
    name="{base_name}-{instruct_tag}-{model_version}",
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

"""Ideogram, by Ideogram."""

from codegen.schema import FP8, NF4, ModelMeta, verify

# The publisher has quantized weights only; each upload is a copy of one of its repos.
IDEOGRAM_4_FP8 = ModelMeta(
    org="ideogram-ai",
    base_name="ideogram",
    model_version="4",
    quant_types=[FP8],
    quant_tags={FP8: "fp8"},
    original="{org}/{name}-fp8",
    modality="image",
)

IDEOGRAM_4_NF4 = IDEOGRAM_4_FP8.but(
    instruct_tags=[None, "diffusers"],
    quant_types=[NF4],
    name="{base_name}-{model_version}-{quant}-{instruct_tag}",
    original="{org}/{base_name}-{model_version}-nf4-{instruct_tag}",
)

if __name__ == "__main__":
    verify(__file__)

"""Lumina-Image, by Alpha-VLLM."""

from codegen.schema import FP8, NONE, ModelMeta, verify

LUMINA_IMAGE = ModelMeta(
    org="Alpha-VLLM",
    base_name="Lumina-Image",
    model_version="2.0",
    quant_types=[NONE, FP8],
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

"""Lumina-Image, by Alpha-VLLM."""

from codegen.schema import FP8, NONE, ModelMeta, Row, verify

LUMINA_IMAGE = ModelMeta(
    org="Alpha-VLLM",
    base_name="Lumina-Image",
    rows=[Row(versions=["2.0"], quants=[NONE, FP8])],
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

"""Muse, by Meta."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta, verify

MODALITY = "text"

MUSE_GLIMMER = ModelMeta(
    org="meta-models",
    base_name="Muse",
    model_sizes=["30B"],
    quant_types=[NONE, UNSLOTH, GGUF],
    name="{base_name}-Glimmer-{size}",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

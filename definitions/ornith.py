"""Ornith, by Ornith AI."""

from codegen.schema import GGUF, ModelMeta, verify

MODALITY = "text"

ORNITH = ModelMeta(
    org="ornith-ai",
    base_name="Ornith",
    model_version="1.0",
    model_sizes=["9B", "35B"],
    quant_types=[GGUF],
    original=None,
)

if __name__ == "__main__":
    verify(__file__)

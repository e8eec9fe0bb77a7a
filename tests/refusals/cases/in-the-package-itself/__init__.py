"""Llama, by Meta."""

from codegen.schema import GGUF, ModelMeta

GEMMA = ModelMeta(
    org="meta-llama",
    base_name="Gemma",
    model_version="3",
    quant_types=[GGUF],
)

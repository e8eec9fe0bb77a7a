"""Llama, by Meta."""

from codegen.schema import GGUF, ModelMeta

LLAMA_3 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3",
    quant_types=[GGUF],
)

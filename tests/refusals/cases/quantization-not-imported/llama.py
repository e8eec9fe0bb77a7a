"""Llama, by Meta."""

from codegen.schema import GGUF, ModelMeta

LLAMA = ModelMeta(org="meta-llama", base_name="Llama", quant_types=[GGUF, EXQ4])

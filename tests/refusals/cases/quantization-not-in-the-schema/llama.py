"""Llama, by Meta."""

from hubenum.schema import MLX_7BIT, ModelMeta

LLAMA = ModelMeta(org="meta-llama", base_name="Llama", quant_types=[MLX_7BIT])

"""Llama, by Meta."""

from codegen.schema import GGUF, ModelMeta

from ._shared import NAME

LLAMA = ModelMeta(org="meta-llama", base_name=NAME, quant_types=[GGUF])

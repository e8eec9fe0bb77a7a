"""Llama, by Meta."""

from codegen.schema import GGUF, ModelMeta

LLAMA = ModelMeta(org="meta-llama", base_name=open("name.txt").read(), quant_types=[GGUF])

"""Llama, by Meta."""

from codegen.schema import *

A, B = (
    ModelMeta(org="meta-llama", base_name="Llama", model_version="3.1", quant_types=[NONE]),
    ModelMeta(org="meta-llama", base_name="Llama", model_version="3.2", quant_types=[NONE]),
)
PAIR = (
    ModelMeta(org="meta-llama", base_name="Llama", model_version="4", quant_types=[NONE]),
    1,
)

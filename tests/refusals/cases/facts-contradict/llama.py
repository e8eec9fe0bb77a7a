"""Llama, by Meta."""

from codegen.schema import *

A = ModelMeta(org="google", base_name="gemma", model_sizes=["4b"], quant_types=[NONE], modality="vision")

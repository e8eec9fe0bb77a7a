"""Gemma, by Google."""

from codegen.schema import *

GEMMA = ModelMeta(org="google", base_name="gemma", model_sizes=["4b"], quant_types=[GGUF], modality="text")

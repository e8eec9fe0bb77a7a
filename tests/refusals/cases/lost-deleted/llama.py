"""Llama, by Meta."""

from codegen.schema import *

LLAMA = ModelMeta(org="meta-llama", base_name="Llama", model_version="3.1", quant_types=[NONE])
del LLAMA

"""Llama, by Meta."""

from codegen.schema import *

LLAMA = ModelMeta(org="meta-llama", base_name="Llama", quant_types=["EXQ-4", "awq", 4])

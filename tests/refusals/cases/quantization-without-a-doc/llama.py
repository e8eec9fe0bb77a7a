"""Llama, by Meta."""

from codegen.schema import *

EXQ4 = Quant("EXQ4", "exq4")
LLAMA = ModelMeta(org="meta-llama", base_name="Llama", quant_types=[EXQ4])

"""Llama, by Meta."""

from codegen.schema import *

EXQ4 = Quant("EXQ4", "exq4", "Our 4-bit format: acme-serve")
OTHER = Quant("OTHER", "EXQ4", "Another 4-bit format: acme-serve")
LLAMA = ModelMeta(org="meta-llama", base_name="Llama", quant_types=[EXQ4])
LLAMA_2 = ModelMeta(org="meta-llama", base_name="Llama-2", quant_types=[OTHER])

"""Llama, by Meta."""

from codegen.schema import *

ORG = 3

LLAMA = ModelMeta(base_name="Llama", quant_types=[NONE])

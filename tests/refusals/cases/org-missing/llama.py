"""Llama, by Meta."""

from codegen.schema import *

LLAMA = ModelMeta(base_name="Llama", quant_types=[NONE])

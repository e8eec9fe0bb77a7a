"""Llama, by Meta."""

from codegen.schema import *

NONE = NONE.tagged("3bit")
LLAMA = ModelMeta(org="meta-llama", base_name="Llama", quant_types=[NONE])

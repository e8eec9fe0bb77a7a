"""Llama, by Meta."""

from codegen.schema import *

TINY = Quant("tiny", "TINY", "tiny files")
LLAMA = ModelMeta(org="meta-llama", base_name="Llama", quant_types=[TINY])

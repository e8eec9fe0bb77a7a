"""Llama, by Meta."""

from codegen.schema import *

for version in ("3.1", "3.2"):
    LLAMA = ModelMeta(org="meta-llama", base_name="Llama", model_version=version, quant_types=[NONE])

"""Llama, by Meta."""

from codegen.schema import *

class Llama:
    THREE = ModelMeta(org="meta-llama", base_name="Llama", model_version="3", quant_types=[NONE])

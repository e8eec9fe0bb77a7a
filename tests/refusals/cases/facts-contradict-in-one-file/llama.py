"""Llama, by Meta."""

from codegen.schema import *

A = ModelMeta(
    org="google",
    base_name="gemma",
    model_sizes=["4b"],
    quant_types=[NONE],
    active_parameters="2B",
)
B = A.but(
    quant_types=[GGUF],
    active_parameters="3B",
)

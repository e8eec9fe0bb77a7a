"""Llama, by Meta."""

from codegen.schema import *

LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B", "70B"],
    quant_types=[NONE],
    parameters="8 billion",
)

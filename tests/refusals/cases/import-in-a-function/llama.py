"""Llama, by Meta."""

from codegen.schema import *

def size():
    import os
    return os.environ["SIZE"]


LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=[size()],
    quant_types=[NONE],
)

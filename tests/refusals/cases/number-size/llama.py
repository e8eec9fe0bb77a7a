"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=[8, 70],
    quant_types=[NONE],
)

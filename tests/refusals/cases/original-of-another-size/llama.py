"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["1.5B"],
    quant_types=[NONE],
    original="meta-llama/Llama-8B",
)

"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.2",
    model_sizes=["8B"],
    quant_types=[NONE],
    original="meta-llama/Llama-3.1-8B",
)

"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="meta-llama",
    base_name="Meta-Llama",
    model_version="3",
    model_sizes=["8", "70"],
    quant_types=[NONE],
    name="{base_name}-{model_version}-8B",
)

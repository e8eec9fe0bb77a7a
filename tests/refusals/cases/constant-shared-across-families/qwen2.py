"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="Qwen",
    base_name="Qwen2",
    model_version="5",
    model_sizes=["7B"],
    quant_types=[NONE],
    original=None,
)

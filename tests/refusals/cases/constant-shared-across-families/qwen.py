"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["7B"],
    quant_types=[NONE],
    name="{base_name}{model_version}-{size}",
    original=None,
)

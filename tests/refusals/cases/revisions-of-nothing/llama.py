"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B", "70B"],
    quant_types=[NONE],
    revisions={"unsloth/Llama-3.1-9B": ["4.0bpw"]},
)

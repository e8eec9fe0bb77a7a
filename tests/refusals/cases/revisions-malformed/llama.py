"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B"],
    quant_types=[NONE],
    revisions={
        "unsloth/Llama-3.1-8B": [],
        "meta-llama/Llama-3.1-8B": ["4.0bpw", "4.0bpw"],
        7: "main",
    },
)

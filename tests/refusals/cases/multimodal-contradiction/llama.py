"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B", "70B"],
    instruct_tags=[None, "Instruct"],
    quant_types=[NONE],
    modality="vision",
    is_multimodal=False,
)

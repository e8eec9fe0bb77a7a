"""SmolLM, by Hugging Face."""

from codegen.schema import *

SMOLLM = ModelMeta(
    org="HuggingFaceTB",
    base_name="SmolLM",
    model_version=[None, "2"],
    model_sizes=["3B"],
    instruct_tags=[None, "Instruct"],
    quant_types={None: {None: {None: [GGUF]}}, "2": {"2": [GGUF]}},
)

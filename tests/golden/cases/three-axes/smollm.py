"""SmolLM, by Hugging Face."""

from codegen.schema import BNB, GGUF, NONE, ModelMeta

SMOLLM = ModelMeta(
    org="HuggingFaceTB",
    base_name="SmolLM",
    model_version=[None, "2", "3"],
    model_sizes=["135M", "3B"],
    instruct_tags=[None, "Instruct"],
    quant_types={
        None: {"135M": {None: [NONE], "Instruct": [BNB]}},
        "2": {"135M": {"Instruct": [GGUF]}},
        "3": {None: {"3B": [GGUF]}},
    },
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

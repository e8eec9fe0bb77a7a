"""Apertus, by the Swiss AI Initiative."""

from codegen.schema import BF16, BNB, FP8, GGUF, NONE, UNSLOTH, ModelMeta

APERTUS = ModelMeta(
    org="swiss-ai",
    base_name="Apertus",
    model_version="2509",
    model_sizes=["8B", "70B"],
    instruct_tags=["Instruct"],
    quant_types={"8B": [NONE, UNSLOTH, GGUF], "70B": [UNSLOTH, GGUF]},
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
)

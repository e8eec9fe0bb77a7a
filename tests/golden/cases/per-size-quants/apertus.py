"""Apertus, by the Swiss AI Initiative."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta, Row

APERTUS = ModelMeta(
    org="swiss-ai",
    base_name="Apertus",
    model_version="2509",
    instruct_tags=["Instruct"],
    rows=[
        Row(sizes=["8B"], quants=[NONE, UNSLOTH, GGUF]),
        Row(sizes=["70B"], quants=[UNSLOTH, GGUF]),
    ],
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
)

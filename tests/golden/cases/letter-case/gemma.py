"""Gemma, by Google."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta

GEMMA_3N = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="3n",
    model_sizes=["E2B"],
    instruct_tags=["it"],
    quant_types=[NONE, UNSLOTH],
)
GEMMA_4 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="4",
    model_sizes=["12b"],
    instruct_tags=["it"],
    quant_types=[GGUF],
    original="{org}/{base_name}-{model_version}-{size:upper}-{instruct_tag}",
)

"""Apertus, by the Swiss AI Initiative."""

from codegen.schema import NONE, ModelMeta

APERTUS = ModelMeta(
    org="swiss-ai",
    base_name="Apertus",
    model_version="2509",
    model_sizes=["8B"],
    quant_types=[NONE],
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
)

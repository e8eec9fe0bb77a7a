"""Qwen, by Alibaba Cloud."""

from codegen.schema import FP8, NONE, ModelMeta

QWEN3 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["4B"],
    quant_types=[NONE, FP8],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    upstream_quants=[FP8],
    mirrors=["NousResearch/{name}", "RedHatAI/{name}-FP8"],
)

"""Qwen, by Alibaba Cloud, with its own quantizations."""

from hubenum.schema import AWQ, FP8, GGUF, GPTQ_INT4, GPTQ_INT8, NONE, ModelMeta, Row

QWEN_2_5 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    original=None,
    rows=[
        Row(sizes=["7B"], tags=["Instruct"], quants=[NONE, AWQ, GPTQ_INT4, GPTQ_INT8, GGUF]),
        Row(sizes=["3B"], tags=["Instruct"], quants=[AWQ, GPTQ_INT4, GPTQ_INT8]),
    ],
)
QWEN_3 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    name="{base_name}{model_version}-{size}",
    original=None,
    rows=[
        Row(sizes=["4B", "8B", "32B"], quants=[NONE, FP8, AWQ]),
        Row(sizes=["30B-A3B"], quants=[NONE, FP8, GPTQ_INT4]),
    ],
)

"""Qwen, by Alibaba Cloud."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, Row

QWEN2_5 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    rows=[
        Row(sizes=["0.5B"], tags=[None], quants=[NONE, BNB]),
        Row(sizes=["0.5B"], tags=["Instruct"], quants=[UNSLOTH]),
        Row(sizes=["7B"], tags=[None, "Instruct"], quants=[NONE]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)
QWEN2_5_1M = QWEN2_5.but(
    model_sizes=["7B"],
    instruct_tags=["Instruct"],
    quant_types=[GGUF],
    modifier="1M",
)

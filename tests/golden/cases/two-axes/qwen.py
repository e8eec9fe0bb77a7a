"""Qwen, by Alibaba Cloud."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta

QWEN2_5 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["0.5B", "7B"],
    instruct_tags=[None, "Instruct"],
    quant_types={"0.5B": {None: [NONE, BNB], "Instruct": [UNSLOTH]}, "7B": [NONE]},
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)
QWEN2_5_1M = QWEN2_5.but(
    model_sizes=["7B"],
    instruct_tags=["Instruct"],
    quant_types=[GGUF],
    modifier="1M",
)

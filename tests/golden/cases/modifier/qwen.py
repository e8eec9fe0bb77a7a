"""Qwen, by Alibaba Cloud."""

from codegen.schema import BF16, GGUF, NONE, ModelMeta

QWEN3 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["8B", "4B"],
    quant_types=[NONE],
    name="{base_name}{model_version}-{size}",
)
QWEN3_128K = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["8B"],
    quant_types=[GGUF],
    modifier="128K",
    name="{base_name}{model_version}-{size}",
)
DEEPSEEK_V3 = ModelMeta(
    org="deepseek-ai",
    base_name="DeepSeek",
    model_version="V3",
    quant_types=[NONE, BF16],
    quant_tags={BF16: "bf16"},
)
PHI_2 = ModelMeta(org="microsoft", base_name="phi", model_version="2", originals_only=True)

"""Qwen, by Alibaba Cloud."""

from codegen.schema import BNB, FP8, GGUF, NONE, ModelMeta, verify

QWEN_3 = ModelMeta(
    org="Qwen",
    base_name="Qwen3",
    model_sizes=["0.6B", "8B", "30B-A3B"],
    quant_types=[NONE, BNB, GGUF],
    upstream_quants=[FP8],
    name="{base_name}-{size}",
)
QWEN_3_LONG = QWEN_3.but(
    model_sizes=["8B"], modifier="128K", quant_types=[GGUF], upstream_quants=[]
)

if __name__ == "__main__":
    verify(__file__)

"""Llama, by Meta."""

from codegen.schema import BF16, FP8, GGUF, ModelMeta

LLAMA_3 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3",
    quant_types=[GGUF],
    quant_tags={GGUF: "gguf", BF16: "bf16"},
)
LLAMA_4 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="4",
    quant_types=[GGUF],
    original=None,
    upstream_quants=[FP8],
)

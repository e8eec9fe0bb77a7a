"""Llama, Qwen, Gemma and Mistral, quantized by Red Hat AI."""

from hubenum.schema import FP8, FP8_DYNAMIC, GPTQ_INT4, NVFP4, W4A16, W8A8, W8A16, ModelMeta, Row

DYNAMIC = FP8_DYNAMIC.tagged("FP8-dynamic")
GPTQ_4BIT = GPTQ_INT4.tagged("GPTQ-4bit")

LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    name="Meta-{base_name}-{model_version}-{size}-{instruct_tag}",
    rows=[
        Row(sizes=["8B"], tags=["Instruct"], quants=[FP8, DYNAMIC, W8A8, W4A16]),
        Row(sizes=["70B"], tags=["Instruct"], quants=[FP8, DYNAMIC, W8A8, W8A16, W4A16]),
    ],
)
LLAMA_3_3 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.3",
    model_sizes=["70B"],
    instruct_tags=["Instruct"],
    quant_types=[DYNAMIC],
)
QWEN_3 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    name="{base_name}{model_version}-{size}",
    rows=[
        Row(sizes=["0.6B", "8B"], quants=[W4A16]),
        Row(sizes=["4B"], quants=[DYNAMIC, W4A16]),
        Row(sizes=["32B"], quants=[DYNAMIC]),
        Row(sizes=["30B-A3B"], quants=[NVFP4]),
    ],
)
GEMMA_3 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="3",
    is_multimodal=True,
    rows=[
        Row(sizes=["12b"], tags=["it"], quants=[DYNAMIC, W4A16]),
        Row(sizes=["27b"], tags=["it"], quants=[W4A16]),
    ],
)
MISTRAL = ModelMeta(
    org="mistralai",
    base_name="Mistral",
    model_version="0.3",
    model_sizes=["7B"],
    instruct_tags=["Instruct"],
    quant_types=[GPTQ_4BIT],
    name="{base_name}-{size}-{instruct_tag}-v{model_version}",
)

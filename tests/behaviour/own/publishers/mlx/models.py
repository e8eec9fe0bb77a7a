"""Qwen and Llama, converted by mlx-community."""

from hubenum.schema import NONE, ModelMeta, Row

from ._shared import B3, B4, B4_DWQ, B5, B8, B16

QWEN_2_5 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    rows=[
        Row(sizes=["1.5B", "3B", "7B"], tags=["Instruct"], quants=[B16, B8, B4]),
        Row(sizes=["14B"], tags=["Instruct"], quants=[B8, B4]),
    ],
)
QWEN_3_VL = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    name="{base_name}{model_version}-VL-{size}-{instruct_tag}",
    is_multimodal=True,
    rows=[
        Row(sizes=["4B"], tags=["Instruct"], quants=[B16, B8, B4, B3]),
        Row(sizes=["8B"], tags=["Thinking"], quants=[B5]),
    ],
)
QWEN_3_EMBEDDING = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="3",
    model_sizes=["0.6B"],
    quant_types=[B4_DWQ],
    name="{base_name}{model_version}-Embedding-{size}",
    modality="embedding",
)
LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B"],
    instruct_tags=["Instruct"],
    quant_types=[NONE, B8, B4],
    name="Meta-{base_name}-{model_version}-{size}-{instruct_tag}",
)

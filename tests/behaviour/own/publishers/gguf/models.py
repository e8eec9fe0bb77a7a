"""Llama, Gemma, Qwen and Phi, by bartowski; the same names by LM Studio's community."""

from hubenum.schema import GGUF, MLX_4BIT, ModelMeta, Row

LLAMA_3 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    rows=[
        Row(
            versions=["3", "3.1"],
            sizes=["8B"],
            tags=["Instruct"],
            quants=[GGUF],
            name="Meta-{base_name}-{model_version}-{size}-{instruct_tag}",
        ),
        Row(versions=["3.2"], sizes=["1B", "3B"], tags=["Instruct"], quants=[GGUF]),
    ],
)
GEMMA = ModelMeta(
    org="google",
    base_name="gemma",
    rows=[
        Row(versions=["2"], sizes=["2b", "9b", "27b"], tags=["it"], quants=[GGUF]),
        Row(
            versions=["3"],
            sizes=["4b", "12b"],
            tags=["it"],
            quants=[GGUF],
            name="{org}_{base_name}-{model_version}-{size}-{instruct_tag}",
            original="{org}/{base_name}-{model_version}-{size}-{instruct_tag}",
            is_multimodal=True,
        ),
    ],
)
QWEN = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    model_sizes=["3B", "7B", "14B"],
    instruct_tags=["Instruct"],
    quant_types=[GGUF],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)
LM_STUDIO_LLAMA_3 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    uploader="lmstudio-community",
    rows=[
        Row(
            versions=["3", "3.1"],
            sizes=["8B"],
            tags=["Instruct"],
            quants=[GGUF],
            name="Meta-{base_name}-{model_version}-{size}-{instruct_tag}",
        ),
        Row(versions=["3.2"], sizes=["3B"], tags=["Instruct"], quants=[GGUF]),
    ],
)
LM_STUDIO_GEMMA = ModelMeta(
    org="google",
    base_name="gemma",
    uploader="lmstudio-community",
    rows=[
        Row(versions=["2"], sizes=["2b", "27b"], tags=["it"], quants=[GGUF]),
        Row(versions=["3"], sizes=["4b", "12b"], tags=["it"], quants=[GGUF], is_multimodal=True),
    ],
)
LM_STUDIO_QWEN = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_version="2.5",
    uploader="lmstudio-community",
    rows=[
        Row(
            sizes=["3B", "7B"],
            tags=["Instruct"],
            quants=[GGUF],
            name="{base_name}{model_version}-{size}-{instruct_tag}",
        ),
        Row(
            sizes=["14B"],
            tags=["Instruct"],
            quants=[MLX_4BIT],
            name="{base_name}{model_version}-Coder-{size}-{instruct_tag}",
        ),
    ],
)

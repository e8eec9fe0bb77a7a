"""Cogito, by Deep Cogito."""

from codegen.schema import GGUF, ModelMeta, Row, verify

COGITO_2 = ModelMeta(
    org="deepcogito",
    base_name="cogito",
    model_version="2",
    rows=[
        Row(sizes=["70B", "405B"], quants=[GGUF]),
        # A finetune of Llama 4.
        Row(
            sizes=["109B"],
            quants=[GGUF],
            name="{base_name}-v{model_version}-preview-llama-{size}-MoE",
            is_multimodal=True,
        ),
        Row(
            sizes=["671B"],
            quants=[GGUF],
            name="{base_name}-v{model_version}-preview-deepseek-{size}-MoE",
        ),
    ],
    name="{base_name}-v{model_version}-preview-llama-{size}",
    original=None,
    is_multimodal=False,
)

COGITO_2_1 = ModelMeta(
    org="deepcogito",
    base_name="cogito",
    model_version="2.1",
    model_sizes=["671b"],
    quant_types=[GGUF],
    name="{base_name}-{size}-v{model_version}",
    original=None,
    is_multimodal=False,
)

if __name__ == "__main__":
    verify(__file__)

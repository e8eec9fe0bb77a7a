"""Cogito, by Deep Cogito."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

ORG = "deepcogito"
MODALITY = "text"

COGITO_2 = ModelMeta(
    base_name="cogito",
    model_version="2",
    rows=[
        Row(sizes=["70B", "405B"], quants=[GGUF]),
        # A finetune of Llama 4.
        Row(
            sizes=["109B"],
            quants=[GGUF],
            name="{base_name}-v{model_version}-preview-llama-{size}-MoE",
            modality="vision",
        ),
        Row(
            sizes=["671B"],
            quants=[GGUF],
            name="{base_name}-v{model_version}-preview-deepseek-{size}-MoE",
        ),
    ],
    name="{base_name}-v{model_version}-preview-llama-{size}",
    original=None,
)

COGITO_2_1 = ModelMeta(
    base_name="cogito",
    model_version="2.1",
    model_sizes=["671b"],
    quant_types=[NONE, GGUF],
    name="{base_name}-{size}-v{model_version}",
)

if __name__ == "__main__":
    verify(__file__)

"""Cogito, by Deep Cogito."""

from codegen.schema import GGUF, ModelMeta, verify

COGITO_2 = ModelMeta(
    org="deepcogito",
    base_name="cogito",
    model_version="2",
    model_sizes=["70B", "109B", "405B", "671B"],
    quant_types=[GGUF],
    name={
        ("70B", "405B"): "{base_name}-v{model_version}-preview-llama-{size}",
        "109B": "{base_name}-v{model_version}-preview-llama-{size}-MoE",
        "671B": "{base_name}-v{model_version}-preview-deepseek-{size}-MoE",
    },
    original=None,
    is_multimodal={"109B": True, ("70B", "405B", "671B"): False},  # a finetune of Llama 4
)
COGITO_2_1 = COGITO_2.but(
    model_version="2.1",
    model_sizes=["671b"],
    name="{base_name}-{size}-v{model_version}",
    is_multimodal=False,
)

if __name__ == "__main__":
    verify(__file__)

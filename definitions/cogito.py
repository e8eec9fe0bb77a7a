"""Cogito, by Deep Cogito."""

from codegen.schema import GGUF, ModelMeta, verify

COGITO_2_LLAMA = ModelMeta(
    org="deepcogito",
    base_name="cogito",
    model_version="2",
    model_sizes=["70B", "405B"],
    quant_types=[GGUF],
    name="{base_name}-v{model_version}-preview-llama-{size}",
    original=None,
)
COGITO_2_LLAMA_MOE = COGITO_2_LLAMA.but(
    model_sizes=["109B"],
    name="{base_name}-v{model_version}-preview-llama-{size}-MoE",
    is_multimodal=True,
)
COGITO_2_DEEPSEEK = COGITO_2_LLAMA.but(
    model_sizes=["671B"], name="{base_name}-v{model_version}-preview-deepseek-{size}-MoE"
)
COGITO_2_1 = COGITO_2_LLAMA.but(
    model_version="2.1", model_sizes=["671b"], name="{base_name}-{size}-v{model_version}"
)

if __name__ == "__main__":
    verify(__file__)

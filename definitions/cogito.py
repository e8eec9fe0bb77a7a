"""Cogito, by Deep Cogito."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

ORG = "deepcogito"
MODALITY = "text"

# https://huggingface.co/deepcogito/cogito-v2-preview-llama-70B
# https://huggingface.co/deepcogito/cogito-v2-preview-llama-405B
COGITO_2 = ModelMeta(
    base_name="cogito",
    model_version="2",
    model_sizes=["70B", "405B"],
    quant_types=[GGUF],
    name="{base_name}-v{model_version}-preview-llama-{size}",
)
# Made from Llama 4 Scout: https://huggingface.co/deepcogito/cogito-v2-preview-llama-109B-MoE
COGITO_2_LLAMA_4 = COGITO_2.but(
    model_sizes=["109B"],
    name="{base_name}-v{model_version}-preview-llama-{size}-MoE",
    modality="vision",
    active_parameters="17B",
)
# Made from DeepSeek: https://huggingface.co/deepcogito/cogito-v2-preview-deepseek-671B-MoE
COGITO_2_DEEPSEEK = COGITO_2.but(
    model_sizes=["671B"],
    name="{base_name}-v{model_version}-preview-deepseek-{size}-MoE",
    active_parameters="37B",
)
COGITO_2_1 = ModelMeta(
    base_name="cogito",
    rows=[Row(versions=["2.1"], sizes=["671b"], quants=[NONE, GGUF])],
    name="{base_name}-{size}-v{model_version}",
    active_parameters="37B",
)

if __name__ == "__main__":
    verify(__file__)

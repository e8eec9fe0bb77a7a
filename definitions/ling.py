"""Ling, by inclusionAI."""

from codegen.schema import GGUF, ModelMeta, verify

# Active parameters: https://github.com/vllm-project/recipes
LING = ModelMeta(
    org="inclusionAI",
    base_name="Ling",
    model_sizes=["1T"],
    quant_types=[GGUF],
    modality="text",
    active_parameters="50B",
)

if __name__ == "__main__":
    verify(__file__)

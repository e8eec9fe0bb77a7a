"""Hunyuan, by Tencent."""

from codegen.schema import GGUF, ModelMeta, verify

# Parameters: https://github.com/vllm-project/recipes
HUNYUAN = ModelMeta(
    org="tencent",
    base_name="Hunyuan",
    model_sizes=["A13B"],
    instruct_tags=["Instruct"],
    quant_types=[GGUF],
    modality="text",
    parameters="80B",
)

if __name__ == "__main__":
    verify(__file__)

"""Hunyuan, by Tencent."""

from codegen.schema import GGUF, ModelMeta, Row, verify

# Parameters: https://github.com/vllm-project/recipes
HUNYUAN = ModelMeta(
    org="tencent",
    base_name="Hunyuan",
    rows=[Row(sizes=["A13B"], tags=["Instruct"], quants=[GGUF])],
    modality="text",
    parameters="80B",
)

if __name__ == "__main__":
    verify(__file__)

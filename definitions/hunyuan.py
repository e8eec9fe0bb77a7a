"""Hunyuan, by Tencent."""

from codegen.schema import GGUF, ModelMeta, Row, verify

HUNYUAN = ModelMeta(
    org="tencent",
    base_name="Hunyuan",
    rows=[Row(sizes=["A13B"], tags=["Instruct"], quants=[GGUF])],
    modality="text",
    parameters="80B",  # https://github.com/vllm-project/recipes
)

if __name__ == "__main__":
    verify(__file__)

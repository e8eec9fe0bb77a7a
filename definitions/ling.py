"""Ling, by inclusionAI."""

from codegen.schema import GGUF, ModelMeta, Row, verify

LING = ModelMeta(
    org="inclusionAI",
    base_name="Ling",
    rows=[Row(sizes=["1T"], quants=[GGUF])],
    modality="text",
    active_parameters="50B",  # https://github.com/vllm-project/recipes
)

if __name__ == "__main__":
    verify(__file__)

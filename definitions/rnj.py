"""Rnj, by Essential AI."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

RNJ_1 = ModelMeta(
    org="EssentialAI",
    base_name="rnj",
    rows=[Row(versions=["1"], tags=["instruct"], quants=[NONE, GGUF])],
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

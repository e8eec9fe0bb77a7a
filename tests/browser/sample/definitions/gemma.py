"""Gemma, by Google."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

GEMMA_3 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="3",
    model_sizes=["1b", "4b", "27b"],
    rows=[
        Row(tags=["pt"], quants=[NONE, BNB, UNSLOTH]),
        Row(tags=["it"], quants=[NONE, BNB, UNSLOTH, GGUF]),
    ],
)

if __name__ == "__main__":
    verify(__file__)

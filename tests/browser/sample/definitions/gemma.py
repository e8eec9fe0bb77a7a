"""Gemma, by Google."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, verify

GEMMA_3 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="3",
    model_sizes=["1b", "4b", "27b"],
    instruct_tags=["pt", "it"],
    quant_types={"pt": [NONE, BNB, UNSLOTH], "it": [NONE, BNB, UNSLOTH, GGUF]},
)

if __name__ == "__main__":
    verify(__file__)

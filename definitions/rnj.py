"""Rnj, by Essential AI."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

MODALITY = "text"

RNJ_1 = ModelMeta(
    org="EssentialAI",
    base_name="rnj",
    model_version="1",
    instruct_tags=["instruct"],
    quant_types=[NONE, GGUF],
)

if __name__ == "__main__":
    verify(__file__)

"""MiniMax, by MiniMax."""

from codegen.schema import FP8, GGUF, NONE, ModelMeta, Row, verify

ORG = "MiniMaxAI"
MODALITY = "text"

MINIMAX = ModelMeta(
    base_name="MiniMax",
    rows=[
        Row(versions=["M2", "M2.1", "M2.5", "M2.7"], quants=[NONE, GGUF]),
        Row(versions=["M3"], quants=[NONE, GGUF], modality="vision"),
    ],
)

MINIMAX_H3 = ModelMeta(
    base_name="MiniMax", model_version="H3", quant_types=[GGUF, FP8], modality="video"
)

if __name__ == "__main__":
    verify(__file__)

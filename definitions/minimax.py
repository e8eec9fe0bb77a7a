"""MiniMax, by MiniMax."""

from codegen.schema import FP8, GGUF, ModelMeta, Row, verify

MODALITY = "text"

MINIMAX = ModelMeta(
    org="MiniMaxAI",
    base_name="MiniMax",
    rows=[
        Row(versions=["M2", "M2.1", "M2.5", "M2.7"], quants=[GGUF]),
        Row(versions=["M3"], quants=[GGUF], modality="vision"),
    ],
    modality="text",
)

MINIMAX_H3 = ModelMeta(
    org="MiniMaxAI",
    base_name="MiniMax",
    model_version="H3",
    quant_types=[GGUF, FP8],
    is_multimodal=True,
    modality="video",
)

if __name__ == "__main__":
    verify(__file__)

"""MiniMax, by MiniMax."""

from codegen.schema import FP8, GGUF, NONE, ModelMeta, Row, verify

MINIMAX = ModelMeta(
    org="MiniMaxAI",
    base_name="MiniMax",
    rows=[
        Row(versions=["M2", "M2.1", "M2.5", "M2.7"], quants=[NONE, GGUF]),
        Row(versions=["M3"], quants=[NONE, GGUF], is_multimodal=True),
    ],
    is_multimodal=False,
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

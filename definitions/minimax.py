"""MiniMax, by MiniMax."""

from codegen.schema import FP8, GGUF, ModelMeta, verify

MINIMAX_M2 = ModelMeta(
    org="MiniMaxAI",
    base_name="MiniMax",
    model_version=["M2", "M2.1", "M2.5", "M2.7"],
    quant_types=[GGUF],
)

MINIMAX_M3 = MINIMAX_M2.but(model_version="M3", is_multimodal=True)

MINIMAX_H3 = MINIMAX_M3.but(model_version="H3", quant_types=[GGUF, FP8], modality="video")

if __name__ == "__main__":
    verify(__file__)

"""MiniMax, by MiniMax."""

from codegen.schema import FP8, GGUF, ModelMeta, verify

MINIMAX = ModelMeta(
    org="MiniMaxAI",
    base_name="MiniMax",
    model_version=["M2", "M2.1", "M2.5", "M2.7", "M3"],
    quant_types=[GGUF],
    is_multimodal={("M2", "M2.1", "M2.5", "M2.7"): False, "M3": True},
)

MINIMAX_H3 = MINIMAX.but(
    model_version="H3", quant_types=[GGUF, FP8], is_multimodal=True, modality="video"
)

if __name__ == "__main__":
    verify(__file__)

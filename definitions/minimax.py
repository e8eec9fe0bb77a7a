"""MiniMax, by MiniMax."""

from codegen.schema import FP8, GGUF, NONE, ModelMeta, Row, verify

ORG = "MiniMaxAI"
MODALITY = "text"

MINIMAX = ModelMeta(
    base_name="MiniMax",
    rows=[Row(versions=["M2", "M2.1", "M2.5", "M2.7"], quants=[NONE, GGUF])],
    parameters="230B-A10B",  # https://github.com/vllm-project/recipes
)
MINIMAX_M3 = ModelMeta(
    base_name="MiniMax",
    rows=[Row(versions=["M3"], quants=[NONE, GGUF])],
    modality="vision",
    parameters="427B-A26B",
)

MINIMAX_H3 = ModelMeta(
    base_name="MiniMax", model_version="H3", quant_types=[GGUF, FP8], modality="video"
)

if __name__ == "__main__":
    verify(__file__)

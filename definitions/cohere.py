"""Command and North, by Cohere."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, verify

COMMAND = ModelMeta(
    org="CohereForAI",
    base_name="c4ai-command",
    model_version=["r-08-2024", "r-plus-08-2024", "a-03-2025"],
    quant_types={("r-08-2024", "r-plus-08-2024"): [BNB], "a-03-2025": [NONE, BNB, UNSLOTH, GGUF]},
    mirrors={"a-03-2025": ["CohereLabs/{name}"]},  # Cohere's later namespace
)

NORTH_MINI_CODE = ModelMeta(
    org="CohereLabs",
    base_name="North-Mini-Code",
    model_version="1.0",
    quant_types=[GGUF],
    modality="code",
)

if __name__ == "__main__":
    verify(__file__)

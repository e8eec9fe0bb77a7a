"""Command and North, by Cohere."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, verify

COMMAND_A = ModelMeta(
    org="CohereForAI",
    base_name="c4ai-command",
    model_version="a",
    quant_types=[NONE, BNB, UNSLOTH, GGUF],
    name="{base_name}-{model_version}-03-2025",
    mirrors=["CohereLabs/{name}"],  # Cohere's later namespace
)

COMMAND_R = ModelMeta(
    org="CohereForAI",
    base_name="c4ai-command",
    model_version=["r", "r-plus"],
    quant_types=[BNB],
    name="{base_name}-{model_version}-08-2024",
)

NORTH_MINI_CODE = ModelMeta(
    org="CohereLabs",
    base_name="North",
    model_version="1.0",
    quant_types=[GGUF],
    name="{base_name}-Mini-Code-{model_version}",
    modality="code",
)

if __name__ == "__main__":
    verify(__file__)

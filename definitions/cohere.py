"""Command and North, by Cohere."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

#! Cohere's later namespace
COMMAND = ModelMeta(
    org="CohereForAI",
    base_name="c4ai-command",
    rows=[
        Row(versions=["r-08-2024", "r-plus-08-2024"], quants=[BNB]),
        Row(
            versions=["a-03-2025"], quants=[NONE, BNB, UNSLOTH, GGUF], mirrors=["CohereLabs/{name}"]
        ),
    ],
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

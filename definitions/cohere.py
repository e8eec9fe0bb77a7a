"""Command and North, by Cohere."""

from codegen.schema import BNB, GGUF, ModelMeta, Row, verify

from ._shared import ALL_FOUR

ORG = "CohereLabs"

MODALITY = "text"

COMMAND = ModelMeta(
    org="CohereForAI",
    base_name="c4ai-command",
    rows=[
        Row(versions=["r-08-2024", "r-plus-08-2024"], quants=[BNB]),
        # Cohere's later namespace holds a copy.
        Row(versions=["a-03-2025"], quants=ALL_FOUR, mirrors=["CohereLabs/{name}"]),
    ],
)

NORTH_MINI_CODE = ModelMeta(
    base_name="North-Mini-Code", model_version="1.0", quant_types=[GGUF], modality="code"
)

AYA_EXPANSE = ModelMeta(base_name="aya-expanse", model_sizes=["8b"], quant_types=[BNB])

if __name__ == "__main__":
    verify(__file__)

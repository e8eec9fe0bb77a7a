"""Command and North, by Cohere."""

from codegen.schema import BNB, GGUF, ModelMeta, Retired, Row, verify

from ._shared import ALL_FOUR

ORG = "CohereLabs"
MODALITY = "text"

# The originals: https://huggingface.co/CohereLabs/c4ai-command-r-08-2024
# and https://huggingface.co/CohereLabs/c4ai-command-r-plus-08-2024
COMMAND = ModelMeta(
    base_name="c4ai-command",
    rows=[
        Row(versions=["r-08-2024", "r-plus-08-2024"], quants=[BNB]),
        Row(versions=["a-03-2025"], quants=ALL_FOUR),
    ],
    former=["CohereForAI/{name}"],
)
NORTH_MINI_CODE = ModelMeta(
    base_name="North-Mini-Code",
    rows=[Row(versions=["1.0"], quants=[GGUF])],
    modality="code",
    parameters="30B-A3B",  # https://news.smol.ai
)
AYA_EXPANSE = ModelMeta(base_name="aya-expanse", model_sizes=["8b"], quant_types=[BNB])

RETIRED = [
    Retired(
        name="C4AI_COMMAND_A_03_2025_COHERELABS",
        repo_id="CohereLabs/c4ai-command-a-03-2025",
        why="CohereForAI was renamed to CohereLabs, whose repo is the original",
        since="2026-11-28",
        replaced_by="CohereLabs/c4ai-command-a-03-2025",
    )
]

if __name__ == "__main__":
    verify(__file__)

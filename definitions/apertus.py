"""Apertus, by the Swiss AI Initiative."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta, Retired, Row, verify

# swiss-ai/Apertus-70B-Instruct-2509: https://huggingface.co/swiss-ai/models
APERTUS = ModelMeta(
    org="swiss-ai",
    base_name="Apertus",
    model_version="2509",
    instruct_tags=["Instruct"],
    rows=[
        Row(sizes=["8B"], quants=[NONE, UNSLOTH, GGUF]),
        Row(sizes=["70B"], quants=[UNSLOTH, GGUF]),
    ],
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
    modality="text",
)

RETIRED = [
    Retired(
        name="APERTUS_70B_INSTRUCT_2509",
        repo_id="unsloth/Apertus-70B-Instruct-2509",
        why="the repo was never published",
        since="2026-11-28",
    )
]

if __name__ == "__main__":
    verify(__file__)

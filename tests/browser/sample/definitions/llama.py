"""Llama, by Meta."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, Retired, Row, verify

MODALITY = "text"

LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    instruct_tags=[None, "Instruct"],
    rows=[
        Row(sizes=["8B"], quants=[NONE, BNB, UNSLOTH, GGUF]),
        Row(sizes=["70B"], quants=[NONE, BNB]),
    ],
)
LLAMA_3_2_VISION = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.2",
    model_sizes=["11B"],
    instruct_tags=["Vision-Instruct"],
    quant_types=[NONE, BNB, UNSLOTH],
    modality="vision",
    summary="Reads images of up to 1120 by 1120 pixels.",
)

RETIRED = [
    Retired(
        name="META_LLAMA_3_1_8B",
        repo_id="unsloth/Meta-Llama-3.1-8B",
        why="the repo was renamed",
        since="2026-11-25",
        replaced_by="unsloth/Llama-3.1-8B",
    ),
    Retired(
        name="LLAMA_3_2_90B_VISION_BNB",
        repo_id="unsloth/Llama-3.2-90B-Vision-bnb-4bit",
        why="the repo was deleted",
        since="2026-11-20",
    ),
]

if __name__ == "__main__":
    verify(__file__)

"""Kimi, by Moonshot AI."""

from codegen.schema import BF16, GGUF, NONE, ModelMeta, Row, verify

MODALITY = "text"

# An upload without a tag is as the release: FP8, or INT4 for Thinking.
KIMI_K2 = ModelMeta(
    org="moonshotai",
    base_name="Kimi",
    model_version="K2",
    rows=[
        Row(tags=["Base"], quants=[BF16]),
        Row(tags=["Instruct"], quants=[NONE, GGUF]),
        Row(tags=["Instruct-0905"], quants=[GGUF, BF16]),
        Row(tags=["Thinking"], quants=[NONE, GGUF, BF16]),
    ],
)

# From K2.5 on the line reads pictures.
KIMI = ModelMeta(
    org="moonshotai",
    base_name="Kimi",
    rows=[
        Row(versions=["K2.5", "K2.7-Code", "K3"], quants=[GGUF]),
        Row(versions=["K2.6"], quants=[NONE, GGUF]),
    ],
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

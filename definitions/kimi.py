"""Kimi, by Moonshot AI."""

from codegen.schema import BF16, GGUF, NONE, ModelMeta, Row, verify

ORG = "moonshotai"

MODALITY = "text"

# An upload without a tag is as the release: FP8, or INT4 for Thinking.
KIMI_K2 = ModelMeta(
    base_name="Kimi",
    model_version="K2",
    rows=[
        Row(tags=["Base"], quants=[BF16]),
        Row(tags=["Instruct"], quants=[NONE, GGUF]),
        Row(tags=["Instruct-0905", "Thinking"], quants=[NONE, GGUF, BF16]),
    ],
)

# From K2.5 on the line reads pictures.
KIMI = ModelMeta(
    base_name="Kimi",
    rows=[
        Row(versions=["K2.5", "K2.7-Code"], quants=[GGUF]),
        Row(versions=["K2.6", "K3"], quants=[NONE, GGUF]),
    ],
    modality="vision",
)

KIMI_DEV = ModelMeta(
    base_name="Kimi",
    model_sizes=["72B"],
    quant_types=[GGUF],
    name="{base_name}-Dev-{size}",
    modality="code",
)

if __name__ == "__main__":
    verify(__file__)

"""Kimi, by Moonshot AI."""

from codegen.schema import BF16, GGUF, NONE, ModelMeta, Row, verify

ORG = "moonshotai"
MODALITY = "text"

# An upload without a tag is as the release: FP8, or INT4 for Thinking. Parameters:
# https://github.com/vllm-project/recipes and https://github.com/unslothai/unsloth (K3)
KIMI_K2 = ModelMeta(
    base_name="Kimi",
    model_version="K2",
    rows=[
        Row(tags=["Base"], quants=[BF16]),
        Row(tags=["Instruct"], quants=[NONE, GGUF]),
        Row(tags=["Instruct-0905", "Thinking"], quants=[NONE, GGUF, BF16]),
    ],
    parameters="1T-A32B",
)

# From K2.5 on, Kimi takes images.
KIMI = ModelMeta(
    base_name="Kimi",
    rows=[
        Row(versions=["K2.5", "K2.7-Code"], quants=[GGUF]),
        Row(versions=["K2.6"], quants=[NONE, GGUF]),
        Row(versions=["K3"], quants=[NONE, GGUF], parameters="2.8T-A104B"),
    ],
    modality="vision",
    parameters="1T-A32B",
)

KIMI_DEV = ModelMeta(
    base_name="Kimi",
    rows=[Row(sizes=["72B"], quants=[GGUF])],
    name="{base_name}-Dev-{size}",
    modality="code",
)

if __name__ == "__main__":
    verify(__file__)

"""Inkling, by Thinking Machines Lab."""

from codegen.schema import GGUF, ModelMeta, Row, verify

ORG = "thinkingmachines"

# https://huggingface.co/thinkingmachines/Inkling
# https://huggingface.co/thinkingmachines/Inkling-Small
# Parameters: https://news.smol.ai
INKLING = ModelMeta(
    base_name="Inkling",
    rows=[
        Row(sizes=[None], quants=[GGUF], parameters="975B-A41B"),
        Row(sizes=["Small"], quants=[GGUF], parameters="276B-A12B"),
    ],
    spelled=["inkling-GGUF"],
    modality="vision",
)
# No public source states whether it takes images, or its active parameters.
INKLING_2 = ModelMeta(
    base_name="Inkling", rows=[Row(versions=["2"], sizes=["Mini"], quants=[GGUF])], parameters="26B"
)

if __name__ == "__main__":
    verify(__file__)

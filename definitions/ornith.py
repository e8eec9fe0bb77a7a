"""Ornith, by Ornith AI."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

# It has the architecture of Qwen3.5: https://huggingface.co/unsloth/Ornith-1.0-35B
ORNITH = ModelMeta(
    org="ornith-ai",
    base_name="Ornith",
    model_version="1.0",
    rows=[
        Row(sizes=["9B"], quants=[NONE, GGUF]),
        Row(sizes=["35B"], quants=[NONE, GGUF], active_parameters="3B"),
        Row(sizes=["397B"], quants=[GGUF], active_parameters="17B"),
    ],
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

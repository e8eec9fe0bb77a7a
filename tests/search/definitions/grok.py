"""Grok, by xAI."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

# https://huggingface.co/xai-org/grok-2, with the parameters of https://unsloth.ai/docs
GROK_2 = ModelMeta(
    org="xai-org",
    base_name="grok",
    rows=[Row(versions=["2"], quants=[NONE, GGUF])],
    modality="text",
    parameters="270B-A115B",
)

if __name__ == "__main__":
    verify(__file__)

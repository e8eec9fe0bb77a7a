"""Grok, by xAI."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

MODALITY = "text"

GROK_2 = ModelMeta(
    org="xai-org", base_name="grok", model_version="2", quant_types=[NONE, GGUF], original=None
)

if __name__ == "__main__":
    verify(__file__)

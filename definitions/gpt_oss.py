"""gpt-oss, by OpenAI."""

from codegen.schema import BF16, GGUF, NONE, ModelMeta, Row, verify

from ._shared import ALL_FOUR

ORG = "openai"

MODALITY = "text"

# The releases are MXFP4, and so are the uploads without a tag.
GPT_OSS = ModelMeta(base_name="gpt-oss", model_sizes=["20b", "120b"], quant_types=[*ALL_FOUR, BF16])

GPT_OSS_SAFEGUARD = ModelMeta(
    base_name="gpt-oss",
    rows=[Row(sizes=["20b"], quants=[NONE, GGUF, BF16]), Row(sizes=["120b"], quants=[NONE, GGUF])],
    name="{base_name}-safeguard-{size}",
)

if __name__ == "__main__":
    verify(__file__)

"""gpt-oss, by OpenAI."""

from codegen.schema import BF16, BNB, GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

MODALITY = "text"

# The releases are MXFP4, and so are the uploads without a tag.
GPT_OSS = ModelMeta(
    org="openai",
    base_name="gpt-oss",
    rows=[
        Row(sizes=["20b"], quants=[NONE, BNB, UNSLOTH, GGUF, BF16]),
        Row(sizes=["120b"], quants=[NONE, UNSLOTH, GGUF, BF16]),
    ],
)

GPT_OSS_SAFEGUARD = GPT_OSS.but(
    model_sizes=["20b", "120b"], quant_types=[NONE, GGUF], name="{base_name}-safeguard-{size}"
)

if __name__ == "__main__":
    verify(__file__)

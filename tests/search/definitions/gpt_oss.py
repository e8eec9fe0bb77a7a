"""gpt-oss, by OpenAI."""

from codegen.schema import BF16, GGUF, NONE, ModelMeta, Row, verify

from ._shared import ALL_FOUR

ORG = "openai"
MODALITY = "text"

# The releases are MXFP4, and so are the uploads without a tag. Active parameters:
# https://github.com/vllm-project/recipes
GPT_OSS = ModelMeta(
    base_name="gpt-oss",
    rows=[
        Row(sizes=["20b"], quants=[*ALL_FOUR, BF16], active_parameters="3.6B"),
        Row(sizes=["120b"], quants=[*ALL_FOUR, BF16], active_parameters="5.1B"),
    ],
)
GPT_OSS_SAFEGUARD = ModelMeta(
    base_name="gpt-oss",
    rows=[
        Row(sizes=["20b"], quants=[NONE, GGUF, BF16], active_parameters="3.6B"),
        Row(sizes=["120b"], quants=[NONE, GGUF], active_parameters="5.1B"),
    ],
    name="{base_name}-safeguard-{size}",
)

if __name__ == "__main__":
    verify(__file__)

"""GLM, by Z.ai."""

from codegen.schema import GGUF, NONE, ModelMeta, Row

GLM = ModelMeta(
    org="zai-org",
    base_name="GLM",
    rows=[
        Row(versions=["4.6", "4.10"], quants=[GGUF]),
        Row(versions=["4.7"], quants=[NONE, GGUF]),
    ],
)

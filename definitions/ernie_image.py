"""ERNIE-Image, by Baidu."""

from codegen.schema import GGUF, ModelMeta, Row, verify

ERNIE_IMAGE = ModelMeta(
    org="baidu",
    base_name="ERNIE-Image",
    rows=[Row(tags=[None], quants=[GGUF]), Row(tags=["Turbo"], quants=[GGUF], original=None)],
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

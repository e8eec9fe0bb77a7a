"""ERNIE-Image, by Baidu."""

from codegen.schema import GGUF, ModelMeta, Row, verify

# https://huggingface.co/baidu/ERNIE-Image-Turbo
ERNIE_IMAGE = ModelMeta(
    org="baidu",
    base_name="ERNIE-Image",
    rows=[Row(tags=[None, "Turbo"], quants=[GGUF])],
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

"""ERNIE-Image, by Baidu."""

from codegen.schema import GGUF, ModelMeta, Row, verify

ERNIE_IMAGE = ModelMeta(
    org="baidu",  # https://huggingface.co/baidu/ERNIE-Image-Turbo
    base_name="ERNIE-Image",
    rows=[Row(tags=[None, "Turbo"], quants=[GGUF])],
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

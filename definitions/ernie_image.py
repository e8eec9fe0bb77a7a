"""ERNIE-Image, by Baidu."""

from codegen.schema import GGUF, ModelMeta, verify

# https://huggingface.co/baidu/ERNIE-Image-Turbo
ERNIE_IMAGE = ModelMeta(
    org="baidu",
    base_name="ERNIE-Image",
    instruct_tags=[None, "Turbo"],
    quant_types=[GGUF],
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

"""ERNIE-Image, by Baidu."""

from codegen.schema import GGUF, ModelMeta, verify

ERNIE_IMAGE = ModelMeta(
    org="baidu",
    base_name="ERNIE-Image",
    instruct_tags=[None, "Turbo"],
    quant_types=[GGUF],
    original={None: "{org}/{name}", "Turbo": None},
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

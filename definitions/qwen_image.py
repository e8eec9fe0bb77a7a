"""Qwen-Image, by Alibaba Cloud."""

from codegen.schema import COMFYUI, FP8, GGUF, NONE, UNSLOTH, ModelMeta, verify

QWEN_IMAGE = ModelMeta(
    org="Qwen",
    base_name="Qwen-Image",
    model_version=[None, "2512"],
    quant_types={None: [NONE, GGUF, FP8], "2512": [NONE, UNSLOTH, GGUF, FP8]},
    modality="image",
)

QWEN_IMAGE_EDIT_2511 = QWEN_IMAGE.but(
    model_version="2511", quant_types=[NONE, GGUF], name="{base_name}-Edit-{model_version}"
)

QWEN_IMAGE_EDIT = QWEN_IMAGE_EDIT_2511.but(model_version=None, quant_types=None)

QWEN_IMAGE_LAYERED = QWEN_IMAGE.but(
    model_version=None, quant_types=[GGUF], name="{base_name}-Layered"
)

# A repack's original is the repack it copies.
QWEN_IMAGE_COMFYUI = QWEN_IMAGE.but(
    org="Comfy-Org", model_version=None, quant_types=[COMFYUI], original="{org}/{name}_ComfyUI"
)

if __name__ == "__main__":
    verify(__file__)

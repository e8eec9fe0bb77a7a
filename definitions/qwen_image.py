"""Qwen-Image, by Alibaba Cloud."""

from codegen.schema import COMFYUI, FP8, GGUF, NONE, UNSLOTH, ModelMeta, verify

QWEN_IMAGE = ModelMeta(
    org="Qwen",
    base_name="Qwen-Image",
    model_version=[None, "2512"],
    quant_types={None: [NONE, GGUF, FP8], "2512": [NONE, UNSLOTH, GGUF, FP8]},
    is_multimodal=True,
    modality="image",
)

QWEN_IMAGE_COMFYUI = ModelMeta(
    org="Comfy-Org",
    base_name="Qwen-Image",
    quant_types=[COMFYUI],
    original="{org}/{name}_ComfyUI",
    is_multimodal=True,
    modality="image",
)

QWEN_IMAGE_EDIT = ModelMeta(
    org="Qwen",
    base_name="Qwen-Image",
    quant_types=None,
    name="{base_name}-Edit",
    is_multimodal=True,
    modality="image",
)

QWEN_IMAGE_EDIT_2511 = ModelMeta(
    org="Qwen",
    base_name="Qwen-Image",
    model_version="2511",
    quant_types=[NONE, GGUF],
    name="{base_name}-Edit-{model_version}",
    is_multimodal=True,
    modality="image",
)

QWEN_IMAGE_LAYERED = ModelMeta(
    org="Qwen",
    base_name="Qwen-Image",
    quant_types=[GGUF],
    name="{base_name}-Layered",
    is_multimodal=True,
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

"""Qwen-Image, by Alibaba Cloud."""

from codegen.schema import COMFYUI, FP8, GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

QWEN_IMAGE = ModelMeta(
    org="Qwen",
    base_name="Qwen-Image",
    rows=[
        Row(versions=[None, "2.1"], quants=[NONE, GGUF, FP8]),
        Row(versions=["2512"], quants=[NONE, UNSLOTH, GGUF, FP8]),
    ],
    modality="image",
)
QWEN_IMAGE_EDIT = QWEN_IMAGE.but(
    rows=[Row(versions=[None, "2509"], quants=[GGUF]), Row(versions=["2511"], quants=[NONE, GGUF])],
    name="{base_name}-Edit-{model_version}",
)
QWEN_IMAGE_LAYERED = QWEN_IMAGE.but(quant_types=[GGUF], name="{base_name}-Layered")

# A repack's original is the repack it copies.
QWEN_IMAGE_COMFYUI = ModelMeta(
    org="Comfy-Org",
    base_name="Qwen-Image",
    quant_types=[COMFYUI],
    original="{org}/{name}_ComfyUI",
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

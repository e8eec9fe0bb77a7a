"""Z-Image, by Tongyi-MAI."""

from codegen.schema import COMFYUI, FP8, GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

Z_IMAGE = ModelMeta(
    org="Tongyi-MAI",
    base_name="Z-Image",
    rows=[Row(tags=[None], quants=[GGUF]), Row(tags=["Turbo"], quants=[NONE, UNSLOTH, GGUF, FP8])],
    modality="image",
)

# A repack's original is the repack it copies.
Z_IMAGE_TURBO_COMFYUI = ModelMeta(
    org="Comfy-Org",
    base_name="Z-Image",
    rows=[Row(tags=["Turbo"], quants=[COMFYUI])],
    original="{org}/z_image_turbo",
    modality="image",
    constants={"Comfy-Org/z_image_turbo": "Z_IMAGE_TURBO_COMFYUI_ORIGINAL"},
)

if __name__ == "__main__":
    verify(__file__)

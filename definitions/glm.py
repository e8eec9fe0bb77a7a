"""GLM, by Z.ai."""

from codegen.schema import BNB, FP8, FP8_DYNAMIC, GGUF, NONE, UNSLOTH, ModelMeta, verify

GLM = ModelMeta(
    org="zai-org",
    base_name="GLM",
    model_version=["4.5", "4.5-Air", "4.6", "4.7", "4.7-Flash", "5", "5.1", "5.2", "5.3"],
    quant_types={
        ("4.5", "4.5-Air", "5", "5.1", "5.2", "5.3"): [GGUF],
        ("4.6", "4.7"): [NONE, GGUF],
        "4.7-Flash": [NONE, BNB, UNSLOTH, GGUF, FP8_DYNAMIC],
    },
    mirrors={"4.7-Flash": ["THUDM/{name}"]},  # Z.ai's former namespace
)

GLM_VISION = GLM.but(
    model_version=["4.6V", "4.6V-Flash", "5.3-Flash"],
    quant_types={"4.6V": [GGUF, FP8], ("4.6V-Flash", "5.3-Flash"): [GGUF]},
    mirrors=[],
    is_multimodal=True,
)

GLM_4_1V = GLM_VISION.but(
    model_version="4.1V", model_sizes=["9B"], instruct_tags=["Thinking"], quant_types=[GGUF]
)

GLM_OCR = GLM_VISION.but(model_version=None, quant_types=None, name="{base_name}-OCR")

GLM_4 = ModelMeta(
    org="zai-org",
    base_name="GLM",
    model_version="4",
    model_sizes=["32B"],
    quant_types=[GGUF],
    name="{base_name}-{model_version}-{size}-0414",
)

GLM_4_7_FLASH_REAP = GLM_4.but(
    org="cerebras",
    model_version="4.7-Flash",
    model_sizes=["23B-A3B"],
    name="{base_name}-{model_version}-REAP-{size}",
    summary="GLM-4.7-Flash, pruned of the experts that matter least.",
)

if __name__ == "__main__":
    verify(__file__)

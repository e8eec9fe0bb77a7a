"""GLM, by Z.ai."""

from codegen.schema import BNB, FP8, FP8_DYNAMIC, GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

GLM_4 = ModelMeta(
    org="zai-org",
    base_name="GLM",
    model_version="4",
    model_sizes=["32B"],
    quant_types=[GGUF],
    name="{base_name}-{model_version}-{size}-0414",
)
GLM = ModelMeta(
    org="zai-org",
    base_name="GLM",
    rows=[
        Row(versions=["4.5", "4.5-Air", "5", "5.1", "5.2", "5.3"], quants=[GGUF]),
        Row(versions=["4.6", "4.7"], quants=[NONE, GGUF]),
        Row(
            versions=["4.7-Flash"],
            quants=[NONE, BNB, UNSLOTH, GGUF, FP8_DYNAMIC],
            mirrors=["THUDM/{name}"],  # Z.ai's former namespace
        ),
    ],
)
GLM_4_7_FLASH_REAP = ModelMeta(
    org="cerebras",
    base_name="GLM",
    model_version="4.7-Flash",
    model_sizes=["23B-A3B"],
    quant_types=[GGUF],
    name="{base_name}-{model_version}-REAP-{size}",
    summary="GLM-4.7-Flash, pruned of the experts that matter least.",
)

GLM_VISION = ModelMeta(
    org="zai-org",
    base_name="GLM",
    rows=[
        Row(versions=["4.6V"], quants=[GGUF, FP8]),
        Row(versions=["4.6V-Flash", "5.3-Flash"], quants=[GGUF]),
    ],
    is_multimodal=True,
)
GLM_4_1V = ModelMeta(
    org="zai-org",
    base_name="GLM",
    model_version="4.1V",
    model_sizes=["9B"],
    instruct_tags=["Thinking"],
    quant_types=[GGUF],
    is_multimodal=True,
)
GLM_OCR = ModelMeta(
    org="zai-org",
    base_name="GLM",
    originals_only=True,
    name="{base_name}-OCR",
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

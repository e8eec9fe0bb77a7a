"""GLM, by Z.ai."""

from codegen.schema import BNB, FP8, FP8_DYNAMIC, GGUF, NONE, ModelMeta, Row, verify

from ._shared import ALL_FOUR

ORG = "zai-org"
MODALITY = "text"

GLM_4 = ModelMeta(
    base_name="GLM",
    model_version="4",
    rows=[Row(sizes=["9B"], quants=[NONE, GGUF]), Row(sizes=["32B"], quants=[GGUF])],
    name="{base_name}-{model_version}-{size}-0414",
)
GLM_Z1 = ModelMeta(
    base_name="GLM",
    model_version="Z1",
    rows=[Row(sizes=["9B"], quants=[BNB, GGUF]), Row(sizes=["32B"], quants=[GGUF])],
    name="{base_name}-{model_version}-{size}-0414",
)
GLM = ModelMeta(
    base_name="GLM",
    rows=[
        Row(versions=["4.5", "5.2"], quants=[GGUF]),
        Row(versions=["4.5-Air", "4.6", "4.7", "5.3"], quants=[NONE, GGUF]),
        Row(
            versions=["4.7-Flash"],
            quants=[*ALL_FOUR, FP8_DYNAMIC],
            mirrors=["THUDM/{name}"],  # Z.ai's former namespace
        ),
        Row(versions=["5"], quants=[NONE, GGUF, FP8]),
        Row(versions=["5.1"], quants=[GGUF, FP8]),
    ],
)
GLM_REAP = ModelMeta(
    org="cerebras",
    base_name="GLM",
    rows=[
        Row(versions=["4.6"], sizes=["268B-A32B"], quants=[GGUF]),
        Row(versions=["4.7"], sizes=["218B-A32B"], quants=[NONE, GGUF]),
        Row(versions=["4.7-Flash"], sizes=["23B-A3B"], quants=[GGUF]),
    ],
    name="{base_name}-{model_version}-REAP-{size}",
    summary="Pruned of the experts that matter least.",
)

GLM_VISION = ModelMeta(
    base_name="GLM",
    rows=[
        Row(versions=["4.1V"], sizes=["9B"], tags=["Thinking"], quants=[GGUF]),
        Row(versions=["4.6V"], quants=[NONE, GGUF, FP8]),
        Row(versions=["4.6V-Flash"], quants=[GGUF]),
        Row(versions=["5.3-Flash"], quants=[NONE, GGUF]),
    ],
    modality="vision",
)
GLM_OCR = ModelMeta(base_name="GLM", quant_types=[NONE], name="{base_name}-OCR", modality="vision")

if __name__ == "__main__":
    verify(__file__)

"""GLM, by Z.ai."""

from codegen.schema import BNB, FP8, FP8_DYNAMIC, GGUF, NONE, ModelMeta, Row, verify

from ._shared import ALL_FOUR

ORG = "zai-org"
MODALITY = "text"

GLM_0414 = ModelMeta(
    base_name="GLM",
    rows=[
        Row(versions=["4"], sizes=["9B"], quants=[NONE, GGUF]),
        Row(versions=["4", "Z1"], sizes=["32B"], quants=[GGUF]),
        Row(versions=["Z1"], sizes=["9B"], quants=[BNB, GGUF]),
    ],
    name="{base_name}-{model_version}-{size}-0414",
)
# Parameters: https://github.com/vllm-project/recipes, and the Hub's count for 5.3.
GLM = ModelMeta(
    base_name="GLM",
    rows=[
        Row(versions=["4.5"], quants=[GGUF], parameters="355B-A32B"),
        Row(versions=["4.5-Air"], quants=[NONE, GGUF], parameters="106B-A12B"),
        Row(versions=["4.6", "4.7"], quants=[NONE, GGUF], parameters="355B-A32B"),
        Row(
            versions=["4.7-Flash"],
            quants=[*ALL_FOUR, FP8_DYNAMIC],
            former=["THUDM/{name}"],
            parameters="30B-A3B",
        ),
        Row(versions=["5"], quants=[NONE, GGUF, FP8], parameters="744B-A40B"),
        Row(versions=["5.1"], quants=[GGUF, FP8], parameters="744B-A40B"),
        Row(versions=["5.2"], quants=[GGUF], parameters="743B-A39B"),
        Row(versions=["5.3"], quants=[NONE, GGUF], parameters="753B"),
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
        Row(versions=["4.6V"], quants=[NONE, GGUF, FP8], parameters="106B-A12B"),
        Row(versions=["4.6V-Flash"], quants=[GGUF], parameters="9B"),
        Row(versions=["5.3-Flash"], quants=[NONE, GGUF], parameters="320B-A18B"),
    ],
    modality="vision",
)
GLM_OCR = ModelMeta(base_name="GLM", quant_types=[NONE], name="{base_name}-OCR", modality="vision")

if __name__ == "__main__":
    verify(__file__)

"""DeepSeek, by DeepSeek."""

from codegen.schema import BF16, BNB, GGUF, NONE, UD_GGUF, ModelMeta, Row, verify

from ._shared import ALL_FOUR

DEEPSEEK_CODER = ModelMeta(
    org="deepseek-ai",
    base_name="deepseek-coder",
    model_sizes=["1.3b"],
    instruct_tags=["instruct"],
    originals_only=True,
    modality="code",
)

# The releases are FP8, and so are the uploads without a tag.
DEEPSEEK = ModelMeta(
    org="deepseek-ai",
    base_name="DeepSeek",
    rows=[
        Row(versions=["R1", "R1-Zero", "R1-0528"], quants=[NONE, GGUF, BF16]),
        Row(versions=["V3-0324"], quants=[NONE, GGUF, UD_GGUF, BF16]),
        Row(versions=["V3.1"], quants=[NONE, GGUF, BF16]),
        Row(versions=["V3.1-Terminus"], quants=[NONE, GGUF]),
        Row(versions=["V3.2"], quants=[GGUF]),
        Row(versions=["V4-Flash", "V4-Flash-0731", "V4-Pro-0813"], quants=[GGUF]),
    ],
)
DEEPSEEK_V3 = ModelMeta(
    org="deepseek-ai",
    base_name="DeepSeek",
    model_version="V3",
    quant_types=[NONE, GGUF, BF16],
    quant_tags={BF16: "bf16"},
)

R1_DISTILL_QWEN = ModelMeta(
    org="deepseek-ai",
    base_name="DeepSeek",
    model_version="R1",
    rows=[
        Row(sizes=["1.5B", "7B", "14B"], quants=ALL_FOUR),
        Row(sizes=["32B"], quants=[NONE, BNB, GGUF]),
    ],
    name="{base_name}-{model_version}-Distill-Qwen-{size}",
)
R1_DISTILL_LLAMA = R1_DISTILL_QWEN.but(
    rows=[Row(sizes=["8B"], quants=ALL_FOUR), Row(sizes=["70B"], quants=[NONE, BNB, GGUF])],
    name="{base_name}-{model_version}-Distill-Llama-{size}",
)
R1_0528_QWEN_3 = ModelMeta(
    org="deepseek-ai",
    base_name="DeepSeek",
    model_version="R1-0528",
    model_sizes=["8B"],
    quant_types=ALL_FOUR,
    name="{base_name}-{model_version}-Qwen3-{size}",
)

DEEPSEEK_PROVER = ModelMeta(
    org="deepseek-ai",
    base_name="DeepSeek",
    model_version="V2",
    model_sizes=["671B"],
    quant_types=[BF16],
    name="{base_name}-Prover-{model_version}-{size}",
)

DEEPSEEK_OCR = ModelMeta(
    org="deepseek-ai",
    base_name="DeepSeek",
    rows=[Row(versions=[None, "2"], quants=[NONE])],
    name="{base_name}-OCR-{model_version}",
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

"""DeepSeek, by DeepSeek."""

from codegen.schema import BF16, GGUF, NONE, UD_GGUF, ModelMeta, Row, verify

from ._shared import ALL_FOUR

ORG = "deepseek-ai"
MODALITY = "text"

DEEPSEEK_CODER = ModelMeta(
    base_name="deepseek-coder",
    model_sizes=["1.3b"],
    instruct_tags=["instruct"],
    originals_only=True,
    modality="code",
)

# The releases are FP8, and so are the uploads without a tag.
DEEPSEEK = ModelMeta(
    base_name="DeepSeek",
    rows=[
        Row(versions=["R1", "V3-0324"], quants=[NONE, GGUF, UD_GGUF, BF16]),
        Row(versions=["R1-Zero", "R1-0528", "V3.1", "V3.1-Terminus"], quants=[NONE, GGUF, BF16]),
        Row(versions=["V3.1"], tags=["Base"], quants=[NONE, BF16]),
        Row(versions=["V3.2", "V4-Flash"], quants=[NONE, GGUF]),
        Row(versions=["V3.2-Exp", "V4-Flash-0731", "V4-Pro-0813"], quants=[GGUF]),
        Row(versions=["V3.2-Speciale", "V4-Pro"], quants=[NONE]),
        Row(versions=["V4-Pro"], tags=["Base"], quants=[NONE]),
    ],
)
# A second upload of the same files.
DEEPSEEK_V3_1_GGUF_V2 = DEEPSEEK.but(
    modifier="v2",
    rows=[Row(versions=["V3.1"], quants=[GGUF])],
    name="{base_name}-{model_version}-{quant}-{modifier}",
)
DEEPSEEK_V3 = ModelMeta(
    base_name="DeepSeek",
    model_version="V3",
    quant_types=[NONE, GGUF, BF16],
    quant_tags={BF16: "bf16"},
)

R1_DISTILL_QWEN = ModelMeta(
    base_name="DeepSeek",
    model_version="R1",
    model_sizes=["1.5B", "7B", "14B", "32B"],
    quant_types=ALL_FOUR,
    name="{base_name}-{model_version}-Distill-Qwen-{size}",
)
R1_DISTILL_LLAMA = R1_DISTILL_QWEN.but(
    model_sizes=["8B", "70B"], name="{base_name}-{model_version}-Distill-Llama-{size}"
)
R1_0528_QWEN_3 = ModelMeta(
    base_name="DeepSeek",
    model_version="R1-0528",
    model_sizes=["8B"],
    quant_types=ALL_FOUR,
    name="{base_name}-{model_version}-Qwen3-{size}",
)

DEEPSEEK_PROVER = ModelMeta(
    base_name="DeepSeek",
    model_version="V2",
    rows=[Row(sizes=["7B"], quants=[GGUF]), Row(sizes=["671B"], quants=[NONE, GGUF, BF16])],
    name="{base_name}-Prover-{model_version}-{size}",
)

DEEPSEEK_MATH = ModelMeta(
    base_name="DeepSeek",
    model_version="V2",
    quant_types=[NONE],
    name="{base_name}-Math-{model_version}",
)
DEEPSEEK_VISION = ModelMeta(
    base_name="DeepSeek",
    model_version="V4-Flash",
    quant_types=[NONE, GGUF],
    name="{base_name}-{model_version}-Vision-Exp",
    modality="vision",
)
DEEPSEEK_OCR = ModelMeta(
    base_name="DeepSeek",
    rows=[Row(versions=[None, "2"], quants=[NONE])],
    name="{base_name}-OCR-{model_version}",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

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

# The releases are FP8, and so are the uploads without a tag. The parameters in this file:
# https://github.com/vllm-project/recipes
DEEPSEEK_V3 = ModelMeta(
    base_name="DeepSeek",
    rows=[Row(versions=["V3"], quants=[NONE, GGUF, BF16])],
    quant_tags={BF16: "bf16"},
    parameters="671B-A37B",
)
DEEPSEEK = ModelMeta(
    base_name="DeepSeek",
    rows=[
        Row(versions=["R1", "V3-0324"], quants=[NONE, GGUF, UD_GGUF, BF16]),
        Row(versions=["R1-Zero", "R1-0528", "V3.1", "V3.1-Terminus"], quants=[NONE, GGUF, BF16]),
        Row(versions=["V3.1"], tags=["Base"], quants=[NONE, BF16]),
        Row(versions=["V3.2"], quants=[NONE, GGUF]),
        Row(versions=["V3.2-Exp"], quants=[GGUF]),
        # https://huggingface.co/deepseek-ai/DeepSeek-V3.2-Speciale
        Row(versions=["V3.2-Speciale"], quants=[NONE]),
    ],
    parameters="671B-A37B",
)
# A second upload of the GGUF files.
DEEPSEEK_V3_1_GGUF_V2 = DEEPSEEK.but(
    modifier="v2",
    rows=[Row(versions=["V3.1"], quants=[GGUF])],
    name="{base_name}-{model_version}-{quant}-{modifier}",
)
DEEPSEEK_V4_FLASH = ModelMeta(
    base_name="DeepSeek",
    rows=[
        Row(versions=["V4-Flash"], quants=[NONE, GGUF]),
        Row(versions=["V4-Flash-0731"], quants=[GGUF]),
    ],
    parameters="284B-A13B",
)
DEEPSEEK_V4_PRO = ModelMeta(
    base_name="DeepSeek",
    rows=[
        # https://huggingface.co/deepseek-ai/DeepSeek-V4-Pro-Base
        Row(versions=["V4-Pro"], tags=[None, "Base"], quants=[NONE]),
        Row(versions=["V4-Pro-0813"], quants=[GGUF]),
    ],
    parameters="1.6T-A49B",
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
    rows=[Row(versions=["R1-0528"], sizes=["8B"], quants=ALL_FOUR)],
    name="{base_name}-{model_version}-Qwen3-{size}",
)

DEEPSEEK_PROVER = ModelMeta(
    base_name="DeepSeek",
    model_version="V2",
    rows=[
        Row(sizes=["7B"], quants=[GGUF]),
        Row(sizes=["671B"], quants=[NONE, GGUF, BF16], active_parameters="37B"),
    ],
    name="{base_name}-Prover-{model_version}-{size}",
)

# https://huggingface.co/deepseek-ai/DeepSeek-Math-V2
DEEPSEEK_MATH = ModelMeta(base_name="DeepSeek-Math", model_version="V2", quant_types=[NONE])

DEEPSEEK_VISION = ModelMeta(
    base_name="DeepSeek",
    rows=[Row(versions=["V4-Flash"], quants=[NONE, GGUF])],
    name="{base_name}-{model_version}-Vision-Exp",
    modality="vision",
)
DEEPSEEK_OCR = ModelMeta(
    base_name="DeepSeek",
    rows=[
        Row(versions=[None], quants=[NONE], active_parameters="570M"),
        Row(versions=["2"], quants=[NONE]),
    ],
    name="{base_name}-OCR-{model_version}",
    modality="vision",
    parameters="3B",
)

if __name__ == "__main__":
    verify(__file__)

"""DeepSeek, by DeepSeek."""

from codegen.schema import BF16, BNB, GGUF, NONE, UD_GGUF, UNSLOTH, ModelMeta, verify

ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]

DEEPSEEK_CODER = ModelMeta(
    org="deepseek-ai",
    base_name="deepseek-coder",
    model_sizes=["1.3b"],
    instruct_tags=["instruct"],
    quant_types=None,
    modality="code",
)

# The releases are FP8, and so are the uploads without a tag.
DEEPSEEK_R1 = ModelMeta(
    org="deepseek-ai",
    base_name="DeepSeek",
    model_version=["R1", "R1-Zero", "R1-0528"],
    quant_types=[NONE, GGUF, BF16],
)

DEEPSEEK_V3 = DEEPSEEK_R1.but(model_version="V3", quant_tags={BF16: "bf16"})

DEEPSEEK_V3_UPDATES = DEEPSEEK_R1.but(
    model_version=["V3-0324", "V3.1", "V3.1-Terminus", "V3.2"],
    quant_types={
        "V3-0324": [NONE, GGUF, UD_GGUF, BF16],
        "V3.1": [NONE, GGUF, BF16],
        "V3.1-Terminus": [NONE, GGUF],
        "V3.2": [GGUF],
    },
)

DEEPSEEK_V4 = DEEPSEEK_R1.but(
    model_version=["V4-Flash", "V4-Flash-0731", "V4-Pro-0813"], quant_types=[GGUF]
)

R1_DISTILL_QWEN = DEEPSEEK_R1.but(
    model_version="R1",
    model_sizes=["1.5B", "7B", "14B", "32B"],
    quant_types={("1.5B", "7B", "14B"): ALL_FOUR, "32B": [NONE, BNB, GGUF]},
    name="{base_name}-{model_version}-Distill-Qwen-{size}",
)

R1_DISTILL_LLAMA = R1_DISTILL_QWEN.but(
    model_sizes=["8B", "70B"],
    quant_types={"8B": ALL_FOUR, "70B": [NONE, BNB, GGUF]},
    name="{base_name}-{model_version}-Distill-Llama-{size}",
)

R1_0528_QWEN_3 = DEEPSEEK_R1.but(
    model_version="R1-0528",
    model_sizes=["8B"],
    quant_types=ALL_FOUR,
    name="{base_name}-{model_version}-Qwen3-{size}",
)

DEEPSEEK_PROVER = DEEPSEEK_R1.but(
    model_version="V2",
    model_sizes=["671B"],
    quant_types=[BF16],
    name="{base_name}-Prover-{model_version}-{size}",
)

DEEPSEEK_OCR = DEEPSEEK_R1.but(
    model_version=[None, "2"],
    quant_types=[NONE],
    name="{base_name}-OCR-{model_version}",
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

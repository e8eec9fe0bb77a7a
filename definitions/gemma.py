"""Gemma, by Google."""

from codegen.schema import (
    BNB,
    FP8_DYNAMIC,
    GGUF,
    NONE,
    NVFP4,
    TORCHAO_FP8,
    UD_MLX_4BIT,
    UNSLOTH,
    ModelMeta,
    verify,
)

DYNAMIC = [NONE, BNB, UNSLOTH]
ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]

GEMMA_1 = ModelMeta(
    org="google",
    base_name="gemma",
    model_sizes=["2b", "7b"],
    instruct_tags=[None, "it"],
    quant_types=[NONE, BNB],
)
GEMMA_1_1 = GEMMA_1.but(model_version="1.1", instruct_tags=["it"])
GEMMA_2 = GEMMA_1.but(model_version="2", model_sizes=["2b", "9b", "27b"])
GEMMA_2_GGUF = GEMMA_2.but(
    model_sizes=["2b"],
    instruct_tags=["it"],
    quant_types=[GGUF],
    name="gemma-{model_version}-{instruct_tag}",  # of 2b, though it does not say so
    original=None,
)

CODE_GEMMA = GEMMA_1.but(base_name="codegemma", instruct_tags=[None], modality="code")
CODE_GEMMA_IT = CODE_GEMMA.but(model_sizes=["7b"], instruct_tags=["it"])

# Gemma 3 reads pictures from 4b on.
GEMMA_3 = GEMMA_1.but(
    model_version="3",
    model_sizes=["4b", "12b", "27b"],
    instruct_tags=["pt", "it"],
    quant_types={"pt": DYNAMIC, "it": ALL_FOUR},
    original="{org}/{base_name}-{model_version}-{size:lower}-{instruct_tag}",
    is_multimodal=True,
)
GEMMA_3_1B = GEMMA_3.but(model_sizes=["1b"], is_multimodal=False)
GEMMA_3_270M = GEMMA_3_1B.but(
    model_sizes=["270m"],
    instruct_tags=[None, "it"],
    quant_types={None: DYNAMIC, "it": [*ALL_FOUR, FP8_DYNAMIC, TORCHAO_FP8]},
)
GEMMA_3_FP8 = GEMMA_3.but(
    model_sizes=["4b", "12B", "27b"], instruct_tags=["it"], quant_types=[FP8_DYNAMIC]
)
GEMMA_3_1B_FP8 = GEMMA_3_FP8.but(model_sizes=["1b"], is_multimodal=False)
GEMMA_3_QAT = GEMMA_3.but(
    model_sizes=["12b"], instruct_tags=["it"], modifier="qat", quant_types=[GGUF]
)

MED_GEMMA = GEMMA_1_1.but(
    base_name="medgemma",
    model_version=None,
    model_sizes=["4b", "27b"],
    quant_types={"4b": ALL_FOUR, "27b": [GGUF]},
    is_multimodal=True,
)
MED_GEMMA_TEXT = MED_GEMMA.but(
    model_sizes=["27b"],
    quant_types=ALL_FOUR,
    name="{base_name}-{size}-text-{instruct_tag}",
    is_multimodal=False,
)
MED_GEMMA_1_5 = MED_GEMMA.but(model_version="1.5", model_sizes=["4b"], quant_types=[GGUF])

FUNCTION_GEMMA = GEMMA_1.but(
    base_name="functiongemma",
    model_sizes=["270m"],
    instruct_tags=["it"],
    quant_types=[NONE, GGUF],
)
EMBEDDING_GEMMA = GEMMA_1.but(
    base_name="embeddinggemma",
    model_sizes=["300m"],
    instruct_tags=[None],
    quant_types=[NONE, GGUF],
    modality="embedding",
)

GEMMA_3N = GEMMA_1.but(
    model_version="3n",
    model_sizes=["E2B", "E4B"],
    quant_types={None: [NONE, UNSLOTH], "it": [NONE, UNSLOTH, GGUF]},
    is_multimodal=True,
)

GEMMA_4 = GEMMA_3N.but(
    model_version="4",
    model_sizes=["E2B", "E4B", "26B-A4B", "31B"],
    quant_types={
        "E2B": {None: [NONE, UNSLOTH], "it": [NONE, UNSLOTH, GGUF, NVFP4, UD_MLX_4BIT]},
        "E4B": {None: [NONE, UNSLOTH], "it": [NONE, UNSLOTH, UD_MLX_4BIT]},
        "26B-A4B": {None: [NONE], "it": [NONE, GGUF, NVFP4]},
        "31B": {None: [NONE, UNSLOTH], "it": [NONE, UNSLOTH, GGUF, NVFP4]},
    },
)
# Uploads whose size is in small letters, where Google's has capitals.
GEMMA_4_LOWER = GEMMA_4.but(
    model_sizes=["12b", "26b-a4b", "31b"],
    instruct_tags=["it"],
    quant_types={"12b": [NONE, GGUF, NVFP4], ("26b-a4b", "31b"): [UD_MLX_4BIT]},
    original="{org}/{base_name}-{model_version}-{size:upper}-{instruct_tag}",
)
GEMMA_4_QAT = GEMMA_4.but(
    model_sizes=["E2B", "E4B", "12B", "26B-A4B", "31B"],
    instruct_tags=["it"],
    modifier="qat",
    quant_types=[GGUF],
)
DIFFUSION_GEMMA = GEMMA_4.but(
    base_name="diffusiongemma",
    model_version=None,
    model_sizes=["26B-A4B"],
    instruct_tags=["it"],
    quant_types=[NONE, GGUF],
)

if __name__ == "__main__":
    verify(__file__)

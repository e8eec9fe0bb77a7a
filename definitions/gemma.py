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
    name="{base_name}-{model_version}-{instruct_tag}",  # of 2b, though it does not say so
    original=None,
)

CODE_GEMMA = GEMMA_1.but(base_name="codegemma", instruct_tags=[None], modality="code")
CODE_GEMMA_IT = CODE_GEMMA.but(model_sizes=["7b"], instruct_tags=["it"])

GEMMA_3 = GEMMA_1.but(
    model_version="3",
    model_sizes=["270m", "1b", "4b", "12b", "27b"],
    instruct_tags=[None, "pt", "it"],
    quant_types={
        "270m": {None: DYNAMIC, "it": [*ALL_FOUR, FP8_DYNAMIC, TORCHAO_FP8]},
        ("1b", "4b", "12b", "27b"): {"pt": DYNAMIC, "it": [*ALL_FOUR, FP8_DYNAMIC]},
    },
    spelled=["gemma-3-12B-it-FP8-Dynamic"],
    is_multimodal={("270m", "1b"): False, ("4b", "12b", "27b"): True},
)

MED_GEMMA = GEMMA_1.but(
    base_name="medgemma",
    model_version=[None, "1.5"],
    model_sizes=["4b", "27b"],
    instruct_tags=["it"],
    quant_types={None: {"4b": ALL_FOUR, "27b": [GGUF]}, "1.5": {"4b": [GGUF]}},
    is_multimodal=True,
)
MED_GEMMA_TEXT = GEMMA_1.but(
    base_name="medgemma",
    model_sizes=["27b"],
    instruct_tags=["it"],
    quant_types=ALL_FOUR,
    name="{base_name}-{size}-text-{instruct_tag}",
)

EMBEDDING_GEMMA = GEMMA_1.but(
    base_name="embeddinggemma",
    model_sizes=["300m"],
    instruct_tags=[None],
    quant_types=[NONE, GGUF],
    modality="embedding",
)
FUNCTION_GEMMA = GEMMA_1.but(
    base_name="functiongemma",
    model_sizes=["270m"],
    instruct_tags=["it"],
    quant_types=[NONE, GGUF],
)

GEMMA_3N = GEMMA_1.but(
    model_version="3n",
    model_sizes=["E2B", "E4B"],
    quant_types={None: [NONE, UNSLOTH], "it": [NONE, UNSLOTH, GGUF]},
    is_multimodal=True,
)
GEMMA_4 = GEMMA_3N.but(
    model_version="4",
    model_sizes=["E2B", "E4B", "12B", "26B-A4B", "31B"],
    quant_types={
        "E2B": {None: [NONE, UNSLOTH], "it": [NONE, UNSLOTH, GGUF, NVFP4, UD_MLX_4BIT]},
        "E4B": {None: [NONE, UNSLOTH], "it": [NONE, UNSLOTH, UD_MLX_4BIT]},
        "12B": {"it": [NONE, GGUF, NVFP4]},
        "26B-A4B": {None: [NONE], "it": [NONE, GGUF, NVFP4, UD_MLX_4BIT]},
        "31B": {None: [NONE, UNSLOTH], "it": [NONE, UNSLOTH, GGUF, NVFP4, UD_MLX_4BIT]},
    },
    spelled=[
        "gemma-4-12b-it",
        "gemma-4-12b-it-GGUF",
        "gemma-4-12b-it-NVFP4",
        "gemma-4-26b-a4b-it-UD-MLX-4bit",
        "gemma-4-31b-it-UD-MLX-4bit",
    ],
)
GEMMA_4_QAT = GEMMA_4.but(instruct_tags=["it"], modifier="qat", quant_types=[GGUF], spelled=[])
GEMMA_3_QAT = GEMMA_4_QAT.but(model_version="3", model_sizes=["12b"])

DIFFUSION_GEMMA = GEMMA_3N.but(
    base_name="diffusiongemma",
    model_version=None,
    model_sizes=["26B-A4B"],
    instruct_tags=["it"],
    quant_types=[NONE, GGUF],
)

if __name__ == "__main__":
    verify(__file__)

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
    Row,
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

GEMMA_1_1 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="1.1",
    model_sizes=["2b", "7b"],
    instruct_tags=["it"],
    quant_types=[NONE, BNB],
)

GEMMA_2 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="2",
    model_sizes=["2b", "9b", "27b"],
    instruct_tags=[None, "it"],
    quant_types=[NONE, BNB],
)

#! of 2b, though it does not say so
GEMMA_2_GGUF = GEMMA_2.but(
    model_sizes=["2b"],
    instruct_tags=["it"],
    quant_types=[GGUF],
    name="{base_name}-{model_version}-{instruct_tag}",
    original=None,
)

CODE_GEMMA = ModelMeta(
    org="google",
    base_name="codegemma",
    model_sizes=["2b", "7b"],
    quant_types=[NONE, BNB],
    modality="code",
)

CODE_GEMMA_IT = CODE_GEMMA.but(model_sizes=["7b"], instruct_tags=["it"], quant_types=[NONE, BNB])

GEMMA_3 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="3",
    rows=[
        Row(sizes=["270m"], tags=[None], quants=DYNAMIC, is_multimodal=False),
        Row(
            sizes=["270m"],
            tags=["it"],
            quants=[*ALL_FOUR, FP8_DYNAMIC, TORCHAO_FP8],
            is_multimodal=False,
        ),
        Row(sizes=["1b"], tags=["pt"], quants=DYNAMIC, is_multimodal=False),
        Row(sizes=["1b"], tags=["it"], quants=[*ALL_FOUR, FP8_DYNAMIC], is_multimodal=False),
        Row(sizes=["4b", "12b", "27b"], tags=["pt"], quants=DYNAMIC),
        Row(sizes=["4b", "12b", "27b"], tags=["it"], quants=[*ALL_FOUR, FP8_DYNAMIC]),
    ],
    spelled=["gemma-3-12B-it-FP8-Dynamic"],
    is_multimodal=True,
)

MED_GEMMA = ModelMeta(
    org="google",
    base_name="medgemma",
    instruct_tags=["it"],
    rows=[
        Row(versions=[None], sizes=["4b"], quants=ALL_FOUR),
        Row(versions=[None], sizes=["27b"], quants=[GGUF]),
        Row(versions=["1.5"], sizes=["4b"], quants=[GGUF]),
    ],
    is_multimodal=True,
)

MED_GEMMA_TEXT = MED_GEMMA.but(
    model_sizes=["27b"],
    quant_types=ALL_FOUR,
    name="{base_name}-{size}-text-{instruct_tag}",
    is_multimodal=None,
)

EMBEDDING_GEMMA = ModelMeta(
    org="google",
    base_name="embeddinggemma",
    model_sizes=["300m"],
    quant_types=[NONE, GGUF],
    modality="embedding",
)

FUNCTION_GEMMA = ModelMeta(
    org="google",
    base_name="functiongemma",
    model_sizes=["270m"],
    instruct_tags=["it"],
    quant_types=[NONE, GGUF],
)

GEMMA_3N = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="3n",
    model_sizes=["E2B", "E4B"],
    rows=[Row(tags=[None], quants=[NONE, UNSLOTH]), Row(tags=["it"], quants=[NONE, UNSLOTH, GGUF])],
    is_multimodal=True,
)

GEMMA_4 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="4",
    rows=[
        Row(sizes=["E2B", "E4B", "31B"], tags=[None], quants=[NONE, UNSLOTH]),
        Row(sizes=["E2B", "31B"], tags=["it"], quants=[NONE, UNSLOTH, GGUF, NVFP4, UD_MLX_4BIT]),
        Row(sizes=["E4B"], tags=["it"], quants=[NONE, UNSLOTH, UD_MLX_4BIT]),
        Row(sizes=["12B"], tags=["it"], quants=[NONE, GGUF, NVFP4]),
        Row(sizes=["26B-A4B"], tags=[None], quants=[NONE]),
        Row(sizes=["26B-A4B"], tags=["it"], quants=[NONE, GGUF, NVFP4, UD_MLX_4BIT]),
    ],
    spelled=[
        "gemma-4-12b-it",
        "gemma-4-12b-it-GGUF",
        "gemma-4-12b-it-NVFP4",
        "gemma-4-26b-a4b-it-UD-MLX-4bit",
        "gemma-4-31b-it-UD-MLX-4bit",
    ],
    is_multimodal=True,
)

GEMMA_4_QAT = GEMMA_4.but(
    model_sizes=["E2B", "E4B", "12B", "26B-A4B", "31B"],
    instruct_tags=["it"],
    modifier="qat",
    quant_types=[GGUF],
    spelled=[],
)

GEMMA_3_QAT = GEMMA_3.but(
    model_sizes=["12b"], instruct_tags=["it"], modifier="qat", quant_types=[GGUF], spelled=[]
)

DIFFUSION_GEMMA = ModelMeta(
    org="google",
    base_name="diffusiongemma",
    model_sizes=["26B-A4B"],
    instruct_tags=["it"],
    quant_types=[NONE, GGUF],
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

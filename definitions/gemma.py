"""Gemma, by Google."""

from codegen.schema import (
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

from ._shared import ALL_FOUR, DYNAMIC, PLAIN

GEMMA_3_IT = [*ALL_FOUR, FP8_DYNAMIC]
GEMMA_4_IT = [NONE, GGUF, NVFP4, UD_MLX_4BIT]

GEMMA = ModelMeta(
    org="google",
    base_name="gemma",
    rows=[
        Row(versions=[None], sizes=["2b", "7b"], tags=[None, "it"], quants=PLAIN),
        Row(versions=["1.1"], sizes=["2b", "7b"], tags=["it"], quants=PLAIN),
        Row(versions=["2"], sizes=["2b", "9b", "27b"], tags=[None, "it"], quants=PLAIN),
        Row(versions=["3"], sizes=["270m"], tags=[None], quants=DYNAMIC),
        Row(versions=["3"], sizes=["270m"], tags=["it"], quants=[*GEMMA_3_IT, TORCHAO_FP8]),
        Row(versions=["3"], sizes=["1b"], tags=["pt"], quants=DYNAMIC),
        Row(versions=["3"], sizes=["1b"], tags=["it"], quants=GEMMA_3_IT),
    ],
)
GEMMA_2_GGUF = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="2",
    model_sizes=["2b"],
    instruct_tags=["it"],
    quant_types=[GGUF],
    name="{base_name}-{model_version}-{instruct_tag}",  # of 2b, though it does not say so
    original=None,
)

CODE_GEMMA = ModelMeta(
    org="google",
    base_name="codegemma",
    rows=[
        Row(sizes=["2b"], tags=[None], quants=PLAIN),
        Row(sizes=["7b"], tags=[None, "it"], quants=PLAIN),
    ],
    modality="code",
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
    instruct_tags=["it"],
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

# The larger models of Gemma 3 take images, and so does everything since.
GEMMA_VISION = ModelMeta(
    org="google",
    base_name="gemma",
    rows=[
        Row(versions=["3"], sizes=["4b", "12b", "27b"], tags=["pt"], quants=DYNAMIC),
        Row(versions=["3"], sizes=["4b", "12b", "27b"], tags=["it"], quants=GEMMA_3_IT),
        Row(versions=["3n"], sizes=["E2B", "E4B"], tags=[None], quants=[NONE, UNSLOTH]),
        Row(versions=["3n"], sizes=["E2B", "E4B"], tags=["it"], quants=[NONE, UNSLOTH, GGUF]),
        Row(versions=["4"], sizes=["E2B", "E4B", "31B"], tags=[None], quants=[NONE, UNSLOTH]),
        Row(versions=["4"], sizes=["26B-A4B"], tags=[None], quants=[NONE]),
        Row(versions=["4"], sizes=["E2B", "31B"], tags=["it"], quants=[*GEMMA_4_IT, UNSLOTH]),
        Row(versions=["4"], sizes=["E4B"], tags=["it"], quants=[NONE, UNSLOTH, UD_MLX_4BIT]),
        Row(versions=["4"], sizes=["12B"], tags=["it"], quants=[NONE, GGUF, NVFP4]),
        Row(versions=["4"], sizes=["26B-A4B"], tags=["it"], quants=GEMMA_4_IT),
    ],
    spelled=[
        "gemma-3-12B-it-FP8-Dynamic",
        "gemma-4-12b-it",
        "gemma-4-12b-it-GGUF",
        "gemma-4-12b-it-NVFP4",
        "gemma-4-26b-a4b-it-UD-MLX-4bit",
        "gemma-4-31b-it-UD-MLX-4bit",
    ],
    is_multimodal=True,
)
GEMMA_QAT = ModelMeta(
    org="google",
    base_name="gemma",
    instruct_tags=["it"],
    modifier="qat",
    rows=[
        Row(versions=["3"], sizes=["12b"], quants=[GGUF]),
        Row(versions=["4"], sizes=["E2B", "E4B", "12B", "26B-A4B", "31B"], quants=[GGUF]),
    ],
    is_multimodal=True,
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

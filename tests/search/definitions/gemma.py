"""Gemma, by Google."""

from codegen.schema import (
    FP8_DYNAMIC,
    GGUF,
    MLX_8BIT,
    NONE,
    NVFP4,
    TORCHAO_FP8,
    UD_MLX_3BIT,
    UD_MLX_4BIT,
    UNSLOTH,
    ModelMeta,
    Row,
    verify,
)

from ._shared import ALL_FOUR, DYNAMIC, PLAIN

ORG = "google"
MODALITY = "text"

GEMMA_3_IT = [*ALL_FOUR, FP8_DYNAMIC]
GEMMA_4_IT = [NONE, GGUF, NVFP4, UD_MLX_4BIT]

GEMMA = ModelMeta(
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
    base_name="gemma",
    rows=[Row(versions=["2"], sizes=["2b"], tags=["it"], quants=[GGUF])],
    name="{base_name}-{model_version}-{instruct_tag}",  # of 2b, though it does not say so
    original="{org}/{base_name}-{model_version}-{size}-{instruct_tag}",
)

CODE_GEMMA = ModelMeta(
    base_name="codegemma",
    rows=[
        Row(sizes=["2b"], tags=[None], quants=PLAIN),
        Row(sizes=["7b"], tags=[None, "it"], quants=PLAIN),
    ],
    modality="code",
)

MED_GEMMA = ModelMeta(
    base_name="medgemma",
    rows=[
        Row(versions=[None], sizes=["4b"], tags=["pt"], quants=[NONE]),
        Row(versions=[None], sizes=["4b"], tags=["it"], quants=ALL_FOUR),
        Row(versions=[None], sizes=["27b"], tags=["it"], quants=[GGUF]),
        Row(versions=["1.5"], sizes=["4b"], tags=["it"], quants=[NONE, GGUF]),
    ],
    modality="vision",
)
MED_GEMMA_TEXT = MED_GEMMA.but(
    model_sizes=["27b"],
    instruct_tags=["it"],
    quant_types=ALL_FOUR,
    name="{base_name}-{size}-text-{instruct_tag}",
    modality="text",
)

EMBEDDING_GEMMA = ModelMeta(
    base_name="embeddinggemma", model_sizes=["300m"], quant_types=[NONE, GGUF], modality="embedding"
)
EMBEDDING_GEMMA_QAT = EMBEDDING_GEMMA.but(
    modifier="qat-q4_0-unquantized",
    quant_types=[NONE],  # https://huggingface.co/google/embeddinggemma-300m-qat-q4_0-unquantized
    original="{org}/{name}-qat-q4_0-unquantized",
)
# Takes text, code, images, video and audio: https://unsloth.ai/docs/models/embeddinggemma-2
EMBEDDING_GEMMA_2 = ModelMeta(
    base_name="embeddinggemma",
    rows=[Row(versions=["2"], quants=[NONE, GGUF])],
    is_multimodal=True,
    modality="embedding",
)
FUNCTION_GEMMA = ModelMeta(
    base_name="functiongemma", model_sizes=["270m"], instruct_tags=["it"], quant_types=[NONE, GGUF]
)

# The larger models of Gemma 3 take images, and so does everything since.
GEMMA_3 = ModelMeta(
    base_name="gemma",
    model_version="3",
    model_sizes=["4b", "12b", "27b"],
    rows=[Row(tags=["pt"], quants=DYNAMIC), Row(tags=["it"], quants=GEMMA_3_IT)],
    spelled=["gemma-3-12B-it-FP8-Dynamic"],
    modality="vision",
)
GEMMA_3N = ModelMeta(
    base_name="gemma",
    model_version="3n",
    model_sizes=["E2B", "E4B"],
    rows=[Row(tags=[None], quants=[NONE, UNSLOTH]), Row(tags=["it"], quants=[NONE, UNSLOTH, GGUF])],
    modality="vision",
)
GEMMA_4 = ModelMeta(
    base_name="gemma",
    model_version="4",
    rows=[
        Row(sizes=["E2B", "E4B", "31B"], tags=[None], quants=[NONE, UNSLOTH]),
        Row(sizes=["12B", "26B-A4B"], tags=[None], quants=[NONE]),
        Row(sizes=["E2B"], tags=["it"], quants=[*GEMMA_4_IT, UNSLOTH, MLX_8BIT]),
        Row(sizes=["E4B"], tags=["it"], quants=[NONE, UNSLOTH, UD_MLX_4BIT]),
        Row(sizes=["12B"], tags=["it"], quants=[NONE, GGUF, NVFP4]),
        Row(sizes=["26B-A4B"], tags=["it"], quants=[*GEMMA_4_IT, UD_MLX_3BIT]),
        Row(sizes=["31B"], tags=["it"], quants=[*GEMMA_4_IT, UNSLOTH, MLX_8BIT, UD_MLX_3BIT]),
    ],
    spelled=[
        "gemma-4-12b",
        "gemma-4-12b-it",
        "gemma-4-12b-it-GGUF",
        "gemma-4-12b-it-NVFP4",
        "gemma-4-26b-a4b-it-UD-MLX-3bit",
        "gemma-4-26b-a4b-it-UD-MLX-4bit",
        "gemma-4-31b-it-MLX-8bit",
        "gemma-4-31b-it-UD-MLX-3bit",
        "gemma-4-31b-it-UD-MLX-4bit",
    ],
    modality="vision",
)

# Trained to lose little by quantization; each from the weights that Google publishes for it:
# https://huggingface.co/google/gemma-3-12b-it-qat-q4_0-unquantized
GEMMA_3_QAT = ModelMeta(
    base_name="gemma",
    model_version="3",
    instruct_tags=["it"],
    modifier="qat",
    rows=[
        Row(sizes=["270m"], quants=[NONE, GGUF]),
        Row(sizes=["1b"], quants=[NONE], original="{org}/{name}"),
        Row(sizes=["4b", "12b", "27b"], quants=[GGUF], modality="vision"),
    ],
    original="{org}/{name}-qat-q4_0-unquantized",
)
# https://huggingface.co/google/gemma-4-E2B-it-qat-q4_0-unquantized, and likewise
# google/gemma-4-E4B-it-qat-q4_0-unquantized, google/gemma-4-12B-it-qat-q4_0-unquantized,
# google/gemma-4-26B-A4B-it-qat-q4_0-unquantized, google/gemma-4-31B-it-qat-q4_0-unquantized
GEMMA_4_QAT = ModelMeta(
    base_name="gemma",
    model_version="4",
    model_sizes=["E2B", "E4B", "12B", "26B-A4B", "31B"],
    instruct_tags=["it"],
    modifier="qat",
    quant_types=[GGUF],
    original="{org}/{name}-qat-q4_0-unquantized",
    modality="vision",
)
GEMMA_3_QAT_INT4 = ModelMeta(
    base_name="gemma",  # https://huggingface.co/google/gemma-3-4b-it-qat-int4-unquantized
    rows=[Row(versions=["3"], sizes=["4b", "12b"], tags=["it"], quants=[GGUF])],
    modifier="qat-int4",
    original="{org}/{name}-qat-int4-unquantized",
    modality="vision",
)
GEMMA_4_QAT_MOBILE = ModelMeta(
    base_name="gemma",
    rows=[Row(versions=["4"], sizes=["E2B", "E4B"], tags=["it"], quants=[GGUF])],
    modifier="qat-mobile",
    original="{org}/{name}-qat-mobile-transformers",
    modality="vision",
)
GEMMA_3N_LITERT = ModelMeta(
    base_name="gemma",
    rows=[Row(versions=["3n"], sizes=["E2B", "E4B"], tags=["it"], quants=[GGUF])],
    modifier="litert-preview",
    original="{org}/{name}-litert-preview",
    modality="vision",
)
DIFFUSION_GEMMA = ModelMeta(
    base_name="diffusiongemma",
    rows=[Row(sizes=["26B-A4B"], tags=["it"], quants=[NONE, GGUF])],
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

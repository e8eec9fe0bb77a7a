"""Gemma, by Google."""

from codegen.schema import BNB, FP8_DYNAMIC, GGUF, NONE, ModelMeta

GEMMA_3 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="3",
    model_sizes=["1b", "12b", "27b"],
    instruct_tags=["it", "pt"],
    quant_types={
        "1b": {"it": [NONE, BNB], "pt": None},
        "12b": {"it": [FP8_DYNAMIC]},
        "27b": [GGUF],
    },
    name={
        ("1b", "12b"): "{base_name}-{model_version}-{size}-{instruct_tag}",
        "27b": "{base_name}-{model_version}-Large-{size}-{instruct_tag}",
    },
    spelled=["gemma-3-12B-it-FP8-Dynamic"],
    mirrors={"it": ["unsloth-mirror/{name}"]},
    is_multimodal={"1b": False, ("12b", "27b"): True},
)

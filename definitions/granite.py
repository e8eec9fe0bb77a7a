"""Granite, by IBM."""

from codegen.schema import BNB, FP8_DYNAMIC, GGUF, NONE, UNSLOTH, ModelMeta, verify

DYNAMIC = [NONE, BNB, UNSLOTH]
ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]

GRANITE_3 = ModelMeta(
    org="ibm-granite",
    base_name="granite",
    model_version=["3.2", "3.3"],
    model_sizes=["2b", "8b"],
    instruct_tags=["instruct"],
    quant_types={"3.2": DYNAMIC, "3.3": [GGUF]},
)

GRANITE_4 = GRANITE_3.but(
    model_version="4.0",
    model_sizes=["350m", "1b", "micro"],
    instruct_tags=[None, "base"],
    quant_types={
        None: {"350m": ALL_FOUR, ("1b", "micro"): [NONE, UNSLOTH, GGUF]},
        "base": {("350m", "1b"): DYNAMIC, "micro": [NONE, UNSLOTH]},
    },
)

GRANITE_4_H = GRANITE_4.but(
    model_sizes=["350m", "1b", "micro", "tiny", "small"],
    quant_types={
        "350m": {None: ALL_FOUR, "base": [NONE, BNB]},
        "1b": {None: ALL_FOUR, "base": DYNAMIC},
        "micro": DYNAMIC,
        ("tiny", "small"): {None: [NONE, GGUF, FP8_DYNAMIC], "base": [NONE]},
    },
    name="{base_name}-{model_version}-h-{size}-{instruct_tag}",
)

GRANITE_4_1 = GRANITE_4.but(
    model_version="4.1",
    model_sizes=["3b", "8b", "30b"],
    instruct_tags=[None],
    quant_types={("3b", "8b"): [NONE, GGUF], "30b": [GGUF]},
)

GRANITE_VISION = ModelMeta(
    org="ibm-granite",
    base_name="granite",
    model_version="3.2",
    model_sizes=["2b"],
    quant_types=[NONE, UNSLOTH],
    name="{base_name}-vision-{model_version}-{size}",
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

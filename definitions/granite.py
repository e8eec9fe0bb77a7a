"""Granite, by IBM."""

from codegen.schema import BNB, FP8_DYNAMIC, GGUF, NONE, UNSLOTH, ModelMeta, verify

DYNAMIC = [NONE, BNB, UNSLOTH]
ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]

GRANITE = ModelMeta(
    org="ibm-granite",
    base_name="granite",
    model_version=["3.2", "3.3", "4.0", "4.0-h", "4.1"],
    model_sizes=["350m", "1b", "2b", "3b", "8b", "30b", "micro", "tiny", "small"],
    instruct_tags=[None, "base", "instruct"],
    quant_types={
        "3.2": {"instruct": {("2b", "8b"): DYNAMIC}},
        "3.3": {"instruct": {("2b", "8b"): [GGUF]}},
        "4.0": {
            None: {"350m": ALL_FOUR, ("1b", "micro"): [NONE, UNSLOTH, GGUF]},
            "base": {("350m", "1b"): DYNAMIC, "micro": [NONE, UNSLOTH]},
        },
        "4.0-h": {
            "350m": {None: ALL_FOUR, "base": [NONE, BNB]},
            "1b": {None: ALL_FOUR, "base": DYNAMIC},
            "micro": {(None, "base"): DYNAMIC},
            ("tiny", "small"): {None: [NONE, GGUF, FP8_DYNAMIC], "base": [NONE]},
        },
        "4.1": {None: {("3b", "8b"): [NONE, GGUF], "30b": [GGUF]}},
    },
)

GRANITE_VISION = GRANITE.but(
    model_version="3.2",
    model_sizes=["2b"],
    instruct_tags=[None],
    quant_types=[NONE, UNSLOTH],
    name="{base_name}-vision-{model_version}-{size}",
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

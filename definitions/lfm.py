"""LFM, by Liquid AI."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta, verify

LFM = ModelMeta(
    org="LiquidAI",
    base_name="LFM",
    model_version=["2", "2.5"],
    model_sizes=["350M", "700M", "1.2B", "2.6B", "8B-A1B"],
    instruct_tags=[None, "Instruct", "Thinking", "Exp"],
    quant_types={
        "2": {
            ("350M", "700M", "1.2B"): {None: [NONE, UNSLOTH, GGUF]},
            "2.6B": {"Exp": [GGUF]},
            "8B-A1B": {None: [GGUF]},
        },
        "2.5": {"1.2B": {"Instruct": [NONE, GGUF], "Thinking": [GGUF]}, "8B-A1B": {None: [GGUF]}},
    },
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

LFM_VL = LFM.but(
    model_version="2.5",
    model_sizes=["1.6B"],
    instruct_tags=[None],
    quant_types=[GGUF],
    name="{base_name}{model_version}-VL-{size}",
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

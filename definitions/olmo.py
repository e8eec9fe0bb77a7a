"""OLMo, by the Allen Institute for AI."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, verify

OLMO_2 = ModelMeta(
    org="allenai",
    base_name="OLMo",
    model_version="2",
    model_sizes=["1B", "32B"],
    instruct_tags=["Instruct"],
    quant_types={"1B": [GGUF], "32B": [NONE, BNB, UNSLOTH]},
    name={
        "1B": "{base_name}-{model_version}-0425-{size}-{instruct_tag}",
        "32B": "{base_name}-{model_version}-0325-{size}-{instruct_tag}",
    },
)

OLMO_3 = ModelMeta(
    org="allenai",
    base_name="Olmo",
    model_version=["3", "3.1"],
    model_sizes=["7B", "32B"],
    instruct_tags=["Instruct", "Think"],
    quant_types={
        "3": {
            "Instruct": {"7B": [NONE, UNSLOTH, GGUF]},
            "Think": {"7B": [NONE, GGUF], "32B": [NONE, UNSLOTH, GGUF]},
        },
        "3.1": {"32B": {"Instruct": [NONE, GGUF], "Think": [GGUF]}},
    },
)

if __name__ == "__main__":
    verify(__file__)

"""InternVL, by OpenGVLab."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

INTERNVL = ModelMeta(
    org="OpenGVLab",
    base_name="InternVL",
    model_version=["3", "3_5"],
    model_sizes=["1B", "2B", "8B", "14B", "38B", "78B"],
    instruct_tags=[None, "Instruct"],
    quant_types={
        "3": {
            "1B": {None: [NONE, GGUF]},
            ("2B", "8B"): {None: [NONE, GGUF], "Instruct": [GGUF]},
            "14B": [GGUF],
            ("38B", "78B"): {None: [GGUF]},
        },
        "3_5": {"14B": {None: [GGUF]}},
    },
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

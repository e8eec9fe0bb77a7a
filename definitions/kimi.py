"""Kimi, by Moonshot AI."""

from codegen.schema import BF16, GGUF, NONE, ModelMeta, verify

# An upload without a tag is as the release: FP8, or INT4 for Thinking.
KIMI_K2 = ModelMeta(
    org="moonshotai",
    base_name="Kimi",
    model_version="K2",
    instruct_tags=["Base", "Instruct", "Instruct-0905", "Thinking"],
    quant_types={
        "Base": [BF16],
        "Instruct": [NONE, GGUF],
        "Instruct-0905": [GGUF, BF16],
        "Thinking": [NONE, GGUF, BF16],
    },
)

# From K2.5 on the line reads pictures.
KIMI = KIMI_K2.but(
    model_version=["K2.5", "K2.6", "K2.7-Code", "K3"],
    instruct_tags=[None],
    quant_types={("K2.5", "K2.7-Code", "K3"): [GGUF], "K2.6": [NONE, GGUF]},
    is_multimodal=True,
)

if __name__ == "__main__":
    verify(__file__)

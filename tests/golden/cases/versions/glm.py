"""GLM, by Z.ai."""

from codegen.schema import BF16, BNB, FP8, GGUF, NONE, UNSLOTH, ModelMeta

GLM = ModelMeta(
    org="zai-org",
    base_name="GLM",
    model_version=["4.6", "4.7", "4.10"],
    quant_types={("4.6", "4.10"): [GGUF], "4.7": [NONE, GGUF]},
)

"""LTX, by Lightricks."""

from codegen.schema import FP8, GGUF, ModelMeta, verify

LTX = ModelMeta(
    org="Lightricks",
    base_name="LTX",
    model_version=["2", "2.3"],
    quant_types={"2": [GGUF, FP8], "2.3": [GGUF]},
    modality="video",
)

if __name__ == "__main__":
    verify(__file__)

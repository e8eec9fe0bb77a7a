"""EXAONE, by LG AI Research."""

from codegen.schema import GGUF, ModelMeta, verify

EXAONE_3_5 = ModelMeta(
    org="LGAI-EXAONE",
    base_name="EXAONE",
    model_version="3.5",
    model_sizes=["2.4B", "32B"],
    instruct_tags=["Instruct"],
    quant_types=None,
)

EXAONE_4 = EXAONE_3_5.but(
    model_version="4.0", model_sizes=["1.2B"], instruct_tags=[None], quant_types=[GGUF]
)

if __name__ == "__main__":
    verify(__file__)

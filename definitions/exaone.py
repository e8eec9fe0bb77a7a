"""EXAONE, by LG AI Research."""

from codegen.schema import GGUF, ModelMeta, verify

EXAONE = ModelMeta(
    org="LGAI-EXAONE",
    base_name="EXAONE",
    model_version=["3.5", "4.0"],
    model_sizes=["1.2B", "2.4B", "32B"],
    instruct_tags=[None, "Instruct"],
    quant_types={"3.5": {("2.4B", "32B"): {"Instruct": None}}, "4.0": {"1.2B": {None: [GGUF]}}},
)

if __name__ == "__main__":
    verify(__file__)

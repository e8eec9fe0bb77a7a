"""INTELLECT, by Prime Intellect."""

from codegen.schema import GGUF, ModelMeta, verify

INTELLECT_2 = ModelMeta(
    org="PrimeIntellect",
    base_name="INTELLECT",
    model_version="2",
    quant_types=[GGUF],
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

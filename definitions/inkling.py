"""Inkling, by Thinking Machines Lab."""

from codegen.schema import GGUF, ModelMeta, verify

ORG = "thinkingmachines"

MODALITY = "text"

INKLING = ModelMeta(
    base_name="Inkling",
    model_sizes=[None, "Small"],
    quant_types=[GGUF],
    spelled=["inkling-GGUF"],
    original=None,
    modality="vision",
)

INKLING_2 = ModelMeta(
    base_name="Inkling", model_version="2", model_sizes=["Mini"], quant_types=[GGUF]
)

if __name__ == "__main__":
    verify(__file__)

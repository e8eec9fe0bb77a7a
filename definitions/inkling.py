"""Inkling, by Thinking Machines Lab."""

from codegen.schema import GGUF, ModelMeta, verify

MODALITY = "text"

INKLING = ModelMeta(
    org="thinkingmachines",
    base_name="Inkling",
    model_sizes=[None, "Small"],
    quant_types=[GGUF],
    spelled=["inkling-GGUF"],
    original=None,
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

"""Inkling, by Thinking Machines Lab."""

from codegen.schema import GGUF, ModelMeta, verify

INKLING = ModelMeta(
    org="thinkingmachines",
    base_name="Inkling",
    model_sizes=[None, "Small"],
    quant_types=[GGUF],
    spelled=["inkling-GGUF"],
    original=None,
    is_multimodal=True,
)

INKLING_2 = ModelMeta(
    org="thinkingmachines",
    base_name="Inkling",
    model_version="2",
    model_sizes=["Mini"],
    quant_types=[GGUF],
)

if __name__ == "__main__":
    verify(__file__)

"""Llama, by Meta."""

from codegen.schema import GGUF, ModelMeta

LLAMA_3 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3",
    quant_types=[GGUF],
    context_length=10**5000,
    parameters="9" * 400 + "B",
    active_parameters="1" * 20 + "B",
    license="mit\n::error::",
)

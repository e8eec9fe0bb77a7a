"""Llama, by Meta."""

from codegen.schema import *

EXQ4 = Quant("EXQ4", ["exq4", "EXQ-4"], "Our 4-bit format: acme-serve")
LLAMA = ModelMeta(
    org="meta-llama",
    model_sizes=["1B", "3B"],
    base_name="Llama",
    name="{base_name}-{size}-awq",
    quant_types=[NONE],
)
LLAMA_EX = ModelMeta(
    org="meta-llama",
    base_name="Llama-EXQ-4",
    quant_types=[NONE],
    original=None,
)
LLAMA_2 = ModelMeta(org="meta-llama", base_name="Llama-2", quant_types=[NONE, EXQ4])

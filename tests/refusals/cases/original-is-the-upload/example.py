"""A private organization, which is its own publisher."""

from codegen.schema import GGUF, NONE, ModelMeta

EXAMPLE = ModelMeta(
    org="unsloth",
    base_name="Example",
    model_sizes=["1B"],
    quant_types=[NONE, GGUF],
)

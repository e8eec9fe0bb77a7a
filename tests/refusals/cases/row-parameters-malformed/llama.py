"""Llama, by Meta."""

from codegen.schema import *

LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    rows=[Row(sizes=["8B"], quants=[NONE], parameters="many")],
)

"""Llama, by Meta."""

from codegen.schema import GGUF, ModelMeta, Path

NAME = Path("name.txt").read_text()
LLAMA = ModelMeta(org="meta-llama", base_name=NAME, quant_types=[GGUF])

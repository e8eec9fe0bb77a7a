"""Llama, by Meta."""

from codegen.schema import *

LLAMA_3_1 = ModelMeta(org="meta-llama", base_name="Llama", model_version="3.1", quant_types=[NONE])
LLAMA: ModelMeta = LLAMA_3_1
LLAMA_3_2 = ModelMeta(org="meta-llama", base_name="Llama", model_version="3.2", quant_types=[NONE])
LLAMA: ModelMeta = LLAMA_3_2
A: ModelMeta = ModelMeta(org="a", base_name="A", quant_types=[NONE])
A: ModelMeta = ModelMeta(org="b", base_name="B", quant_types=[NONE])

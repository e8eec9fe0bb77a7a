"""Llama, by Meta."""

from codegen.schema import *

if True:
    LLAMA = ModelMeta(org="meta-llama", base_name="Llama", model_version="3.1", quant_types=[NONE])
else:
    LLAMA = ModelMeta(org="meta-llama", base_name="Llama", model_version="3.2", quant_types=[NONE])
try:
    LLAMA = ModelMeta(org="meta-llama", base_name="Llama", model_version="3.3", quant_types=[NONE])
finally:
    pass

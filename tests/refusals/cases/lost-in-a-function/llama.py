"""Llama, by Meta."""

from codegen.schema import *

def llama(version):
    return ModelMeta(org="meta-llama", base_name="Llama", model_version=version, quant_types=[NONE])


LLAMA_3 = llama("3")
LLAMA_4 = llama("4")
llama("5")

"""Qwen, by Alibaba Cloud."""

from codegen.schema import *

QWEN = ModelMeta(org="Qwen", base_name="Qwen", model_version=3, quant_types=[NONE])

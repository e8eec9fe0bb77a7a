"""X, by Y."""

from codegen.schema import *

A = ModelMeta(
    org="microsoft", base_name="Phi", model_version="4", quant_types=[NONE], original=None
)
B = ModelMeta(
    org="microsoft", base_name="phi", model_version="4", quant_types=[NONE], original=None
)

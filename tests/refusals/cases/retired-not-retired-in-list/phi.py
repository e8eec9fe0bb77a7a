"""Phi, by Microsoft."""

from codegen.schema import NONE, ModelMeta, Retired

PHI_4 = ModelMeta(org="microsoft", base_name="Phi-4", quant_types=[NONE], original=None)

RETIRED = ["PHI_3"]

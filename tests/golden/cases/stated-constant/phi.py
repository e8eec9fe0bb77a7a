"""Phi, by Microsoft."""

from codegen.schema import NONE, ModelMeta

CAPITAL = ModelMeta(
    org="microsoft",
    base_name="Phi",
    model_version="4",
    quant_types=[NONE],
    original=None,
    constants={"unsloth/Phi-4": "PHI_4_CAPITAL"},
)
SMALL = ModelMeta(
    org="microsoft", base_name="phi", model_version="4", quant_types=[NONE], original=None
)

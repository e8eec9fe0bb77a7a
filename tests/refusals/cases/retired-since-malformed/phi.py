"""Phi, by Microsoft."""

from codegen.schema import NONE, ModelMeta, Retired

PHI_4 = ModelMeta(org="microsoft", base_name="Phi-4", quant_types=[NONE], original=None)

RETIRED = [
    Retired(name='PHI_3', repo_id='unsloth/Phi-3', why='it was withdrawn', since='20261125'),
    Retired(name='PHI_2', repo_id='unsloth/Phi-2', why='it was withdrawn', since='2026-02-30'),
]

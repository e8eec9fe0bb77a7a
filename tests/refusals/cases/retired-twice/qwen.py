"""Qwen."""

from codegen.schema import Retired

RETIRED = [
    Retired(name='PHI_3', repo_id='unsloth/Phi-3', why='it was withdrawn', since='2026-11-25'),
]

"""Gemma, by Google."""

from codegen.schema import GGUF, ModelMeta, Row

from ._shared import PLAIN, SIZES
from ._shared import SIZES as SAME_SIZES

GEMMA = ModelMeta(org="google", base_name="gemma", model_sizes=SIZES, quant_types=PLAIN)
GEMMA_1_1 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="1.1",
    rows=[Row(sizes=SAME_SIZES, tags=["it"], quants=[*PLAIN, GGUF])],
)

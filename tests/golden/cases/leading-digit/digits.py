"""Names that begin with a digit."""

from codegen.schema import NONE, ModelMeta

YI = ModelMeta(org="01-ai", base_name="01", model_sizes=["6B"], quant_types=[NONE])
FOUR_M = ModelMeta(
    org="EPFL-VILAB",
    base_name="4M",
    model_version="21",
    model_sizes=["B", "XL"],
    quant_types=[NONE],
    name="{base_name}-{model_version}_{size}",
)

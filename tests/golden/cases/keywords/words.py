"""Names that are words of Python."""

from codegen.schema import NONE, ModelMeta

NONE_ = ModelMeta(org="x", base_name="None", quant_types=[NONE], original=None)
TRUE = ModelMeta(org="x", base_name="True", quant_types=[NONE], original=None)
CLASS = ModelMeta(org="x", base_name="class", quant_types=[NONE], original=None)
MATCH = ModelMeta(org="x", base_name="match", quant_types=[NONE], original=None)
MRO = ModelMeta(org="x", base_name="mro", quant_types=[NONE], original=None)

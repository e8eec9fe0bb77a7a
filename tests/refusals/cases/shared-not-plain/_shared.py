from codegen.schema import *

BASE = ModelMeta(org="meta-llama", base_name="Llama", quant_types=[NONE])
SIZES = {"8B"}

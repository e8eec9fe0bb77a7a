"""X, by Y."""

from codegen.schema import *

VISION = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.2",
    model_sizes=["11B"],
    quant_types=[NONE],
    name="{base_name}-{model_version}-{size}-Vision",
    is_multimodal=True,
)

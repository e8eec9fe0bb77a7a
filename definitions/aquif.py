"""aquif, by aquif AI."""

from codegen.schema import GGUF, ModelMeta, verify

MODALITY = "text"

# No public source states the original.
AQUIF_3_5 = ModelMeta(
    org="aquif-ai",
    base_name="aquif",
    model_version="3.5",
    model_sizes=["42B-A3B"],
    quant_types=[GGUF],
    name="{base_name}-{model_version}-Max-{size}",
    original=None,
)

if __name__ == "__main__":
    verify(__file__)

"""DeepSeek-TNG, by TNG Technology Consulting."""

from codegen.schema import GGUF, ModelMeta, verify

CHIMERA = ModelMeta(
    org="tngtech",
    base_name="DeepSeek-TNG",
    model_version="R1T2",
    quant_types=[GGUF],
    name="{base_name}-{model_version}-Chimera",
    original=None,
)

if __name__ == "__main__":
    verify(__file__)

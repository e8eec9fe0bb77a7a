"""DeepSeek-TNG, by TNG Technology Consulting: R1, R1-0528 and V3-0324 merged."""

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

"""SOLAR, by Upstage."""

from codegen.schema import BNB, ModelMeta, verify

MODALITY = "text"

SOLAR = ModelMeta(
    org="upstage",
    base_name="SOLAR",
    model_version="v1.0",
    model_sizes=["10.7b"],
    quant_types=[BNB],
    name="{base_name:lower}-{size}",
    original="{org}/{base_name}-{size:upper}-{model_version}",
)

if __name__ == "__main__":
    verify(__file__)

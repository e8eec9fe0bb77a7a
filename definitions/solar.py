"""SOLAR, by Upstage."""

from codegen.schema import BNB, ModelMeta, Row, verify

SOLAR = ModelMeta(
    org="upstage",
    base_name="SOLAR",
    rows=[Row(versions=["v1.0"], sizes=["10.7b"], quants=[BNB])],
    name="{base_name:lower}-{size}",
    original="{org}/{base_name}-{size:upper}-{model_version}",
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

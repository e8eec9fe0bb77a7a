"""Starling, by Nexusflow."""

from codegen.schema import ModelMeta, Row, verify

from ._shared import PLAIN

STARLING = ModelMeta(
    org="Nexusflow",
    base_name="Starling",
    rows=[Row(versions=["beta"], sizes=["7B"], quants=PLAIN)],
    name="{base_name}-LM-{size}-{model_version}",
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

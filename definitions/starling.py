"""Starling, by Nexusflow."""

from codegen.schema import ModelMeta, verify

from ._shared import PLAIN

MODALITY = "text"

STARLING = ModelMeta(
    org="Nexusflow",
    base_name="Starling",
    model_version="beta",
    model_sizes=["7B"],
    quant_types=PLAIN,
    name="{base_name}-LM-{size}-{model_version}",
)

if __name__ == "__main__":
    verify(__file__)

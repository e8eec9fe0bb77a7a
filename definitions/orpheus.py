"""Orpheus, by Canopy Labs."""

from codegen.schema import ModelMeta, Row, verify

from ._shared import ALL_FOUR, DYNAMIC

ORPHEUS = ModelMeta(
    org="canopylabs",
    base_name="orpheus",
    model_version="0.1",
    model_sizes=["3b"],
    rows=[Row(tags=["ft"], quants=ALL_FOUR), Row(tags=["pretrained"], quants=DYNAMIC)],
    name="{base_name}-{size}-{model_version}-{instruct_tag}",
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

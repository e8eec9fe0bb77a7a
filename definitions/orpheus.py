"""Orpheus, by Canopy Labs."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

ORPHEUS = ModelMeta(
    org="canopylabs",
    base_name="orpheus",
    model_version="0.1",
    model_sizes=["3b"],
    rows=[
        Row(tags=["ft"], quants=[NONE, BNB, UNSLOTH, GGUF]),
        Row(tags=["pretrained"], quants=[NONE, BNB, UNSLOTH]),
    ],
    name="{base_name}-{size}-{model_version}-{instruct_tag}",
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

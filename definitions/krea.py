"""Krea, by Krea."""

from codegen.schema import FP8, NONE, ModelMeta, verify

KREA_2 = ModelMeta(
    org="krea",
    base_name="Krea",
    model_version="2",
    instruct_tags=["Raw", "Turbo"],
    quant_types={"Raw": [NONE], "Turbo": [NONE, FP8]},
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

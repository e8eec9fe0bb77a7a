"""Seed-OSS, by ByteDance."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

MODALITY = "text"

SEED_OSS = ModelMeta(
    org="ByteDance-Seed",
    base_name="Seed-OSS",
    model_sizes=["36B"],
    instruct_tags=["Instruct"],
    quant_types=[NONE, GGUF],
)

if __name__ == "__main__":
    verify(__file__)

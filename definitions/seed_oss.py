"""Seed-OSS, by ByteDance."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

SEED_OSS = ModelMeta(
    org="ByteDance-Seed",
    base_name="Seed-OSS",
    rows=[Row(sizes=["36B"], tags=["Instruct"], quants=[NONE, GGUF])],
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

"""Seed-Coder, by ByteDance."""

from codegen.schema import UNSLOTH, ModelMeta, Row, verify

SEED_CODER = ModelMeta(
    org="ByteDance-Seed",
    base_name="Seed-Coder",
    rows=[Row(sizes=["8B"], tags=["Instruct"], quants=[UNSLOTH])],
    modality="code",
)

if __name__ == "__main__":
    verify(__file__)

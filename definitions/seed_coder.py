"""Seed-Coder, by ByteDance."""

from codegen.schema import UNSLOTH, ModelMeta, verify

SEED_CODER = ModelMeta(
    org="ByteDance-Seed",
    base_name="Seed-Coder",
    model_sizes=["8B"],
    instruct_tags=["Instruct"],
    quant_types=[UNSLOTH],
    modality="code",
)

if __name__ == "__main__":
    verify(__file__)

"""Ling, by inclusionAI."""

from codegen.schema import ModelMeta, verify

MODALITY = "text"

LING = ModelMeta(org="inclusionAI", base_name="Ling", model_sizes=["1T"], originals_only=True)

if __name__ == "__main__":
    verify(__file__)

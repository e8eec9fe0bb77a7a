"""Ling, by inclusionAI."""

from codegen.schema import GGUF, ModelMeta, verify

MODALITY = "text"

LING = ModelMeta(org="inclusionAI", base_name="Ling", model_sizes=["1T"], quant_types=[GGUF])

if __name__ == "__main__":
    verify(__file__)

"""Sentence Transformers, by UKP Lab and Hugging Face."""

from codegen.schema import NONE, ModelMeta, verify

ORG = "sentence-transformers"

ALL_MINILM = ModelMeta(
    base_name="all-MiniLM-L6", model_version="v2", quant_types=[NONE], modality="embedding"
)

ALL_MPNET = ModelMeta(
    base_name="all-mpnet-base", model_version="v2", quant_types=[NONE], modality="embedding"
)

if __name__ == "__main__":
    verify(__file__)

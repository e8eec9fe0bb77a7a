"""Sentence Transformers, by UKP Lab and Hugging Face."""

from codegen.schema import NONE, ModelMeta, verify

ALL_MINILM = ModelMeta(
    org="sentence-transformers",
    base_name="all-MiniLM-L6",
    model_version="v2",
    quant_types=[NONE],
    modality="embedding",
)

ALL_MPNET = ModelMeta(
    org="sentence-transformers",
    base_name="all-mpnet-base",
    model_version="v2",
    quant_types=[NONE],
    modality="embedding",
)

if __name__ == "__main__":
    verify(__file__)

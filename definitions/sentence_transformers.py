"""all-MiniLM and all-mpnet, by Sentence Transformers."""

from codegen.schema import NONE, ModelMeta, verify

ALL_MINILM = ModelMeta(
    org="sentence-transformers",
    base_name="all-MiniLM",
    model_version="L6-v2",
    quant_types=[NONE],
    modality="embedding",
)

ALL_MPNET = ALL_MINILM.but(
    base_name="all-mpnet",
    model_version="v2",
    model_sizes=["base"],
    name="{base_name}-{size}-{model_version}",
)

if __name__ == "__main__":
    verify(__file__)

"""GTE, by Alibaba's Tongyi Lab."""

from codegen.schema import NONE, ModelMeta, verify

GTE_MODERNBERT = ModelMeta(
    org="Alibaba-NLP",
    base_name="gte-modernbert",
    model_sizes=["base"],
    quant_types=[NONE],
    modality="embedding",
)

if __name__ == "__main__":
    verify(__file__)

"""GTE, by Alibaba's Tongyi Lab."""

from codegen.schema import NONE, ModelMeta, Row, verify

GTE_MODERNBERT = ModelMeta(
    org="Alibaba-NLP",
    base_name="gte-modernbert",
    rows=[Row(sizes=["base"], quants=[NONE])],
    modality="embedding",
)

if __name__ == "__main__":
    verify(__file__)

"""Arctic Embed, by Snowflake."""

from codegen.schema import NONE, ModelMeta, Row, verify

ARCTIC_EMBED = ModelMeta(
    org="Snowflake",
    base_name="snowflake-arctic-embed",
    rows=[Row(versions=["v2.0"], sizes=["l"], quants=[NONE])],
    name="{base_name}-{size}-{model_version}",
    modality="embedding",
)

if __name__ == "__main__":
    verify(__file__)

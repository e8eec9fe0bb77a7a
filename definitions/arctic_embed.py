"""Arctic Embed, by Snowflake."""

from codegen.schema import NONE, ModelMeta, verify

ARCTIC_EMBED = ModelMeta(
    org="Snowflake",
    base_name="snowflake-arctic-embed",
    model_version="v2.0",
    model_sizes=["l"],
    quant_types=[NONE],
    name="{base_name}-{size}-{model_version}",
    modality="embedding",
)

if __name__ == "__main__":
    verify(__file__)

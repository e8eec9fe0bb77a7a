"""aquif, by aquif AI."""

from codegen.schema import GGUF, ModelMeta, Row, verify

# No public source states the original or what it is for.
AQUIF_3_5 = ModelMeta(
    org="aquif-ai",
    base_name="aquif",
    rows=[Row(versions=["3.5"], sizes=["42B-A3B"], quants=[GGUF])],
    name="{base_name}-{model_version}-Max-{size}",
    original=None,
)

if __name__ == "__main__":
    verify(__file__)

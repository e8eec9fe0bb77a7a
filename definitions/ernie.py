"""ERNIE, by Baidu."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

MODALITY = "text"

ERNIE = ModelMeta(
    org="baidu",
    base_name="ERNIE",
    model_version="4.5",
    rows=[
        Row(sizes=["0.3B", "300B-A47B"], tags=["PT"], quants=[GGUF]),
        Row(sizes=["21B-A3B"], tags=["PT", "Thinking"], quants=[NONE, GGUF]),
    ],
)

ERNIE_VL = ERNIE.but(
    model_sizes=["28B-A3B"],
    instruct_tags=["PT"],
    quant_types=[NONE],
    name="{base_name}-{model_version}-VL-{size}-{instruct_tag}",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

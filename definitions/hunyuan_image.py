"""HunyuanImage, by Tencent."""

from codegen.schema import FP8, ModelMeta, Row, verify

HUNYUAN_IMAGE = ModelMeta(
    org="tencent",
    base_name="HunyuanImage",
    rows=[Row(versions=["2.1"], quants=[FP8])],
    original=None,
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

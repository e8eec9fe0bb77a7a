"""HunyuanVideo, by Tencent."""

from codegen.schema import NVFP4, ModelMeta, Row, verify

HUNYUAN_VIDEO = ModelMeta(
    org="tencent",
    base_name="HunyuanVideo",
    rows=[Row(versions=["1.5"], quants=[NVFP4])],
    modality="video",
)

if __name__ == "__main__":
    verify(__file__)

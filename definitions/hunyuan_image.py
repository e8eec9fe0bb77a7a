"""HunyuanImage, by Tencent."""

from codegen.schema import FP8, ModelMeta, verify

HUNYUAN_IMAGE = ModelMeta(
    org="tencent",
    base_name="HunyuanImage",
    model_version="2.1",
    quant_types=[FP8],
    original=None,
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

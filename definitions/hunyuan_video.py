"""HunyuanVideo, by Tencent."""

from codegen.schema import NVFP4, ModelMeta, verify

HUNYUAN_VIDEO = ModelMeta(
    org="tencent",
    base_name="HunyuanVideo",
    model_version="1.5",
    quant_types=[NVFP4],
    modality="video",
)

if __name__ == "__main__":
    verify(__file__)

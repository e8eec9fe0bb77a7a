"""Wan, by Alibaba's Tongyi Lab."""

from codegen.schema import GGUF, ModelMeta, verify

WAN_2_2_5B = ModelMeta(
    org="Wan-AI",
    base_name="Wan",
    model_version="2.2",
    model_sizes=["5B"],
    instruct_tags=["TI2V"],
    quant_types=[GGUF],
    name="{base_name}{model_version}-{instruct_tag}-{size}",
    mirrors=["QuantStack/{name}-GGUF"],  # what the upload is a copy of
    modality="video",
)

WAN_2_2_A14B = WAN_2_2_5B.but(
    model_sizes=["A14B"], instruct_tags=["T2V", "I2V"], originals_only=True, mirrors=[]
)

if __name__ == "__main__":
    verify(__file__)

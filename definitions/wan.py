"""Wan, by Alibaba's Tongyi Lab."""

from codegen.schema import FP8, GGUF, NVFP4, ModelMeta, Row, verify

WAN_2_2 = ModelMeta(
    org="Wan-AI",
    base_name="Wan",
    model_version="2.2",
    rows=[
        Row(
            sizes=["5B"],
            tags=["TI2V"],
            quants=[GGUF, FP8],
            mirrors=["QuantStack/{name}-GGUF"],  # what the GGUF upload is a copy of
        ),
        Row(sizes=["A14B"], tags=["T2V", "I2V"], originals_only=True),
    ],
    name="{base_name}{model_version}-{instruct_tag}-{size}",
    modality="video",
)
# Made from the repos in the layout of Diffusers.
WAN_2_2_NVFP4 = WAN_2_2.but(
    rows=[
        Row(sizes=["5B"], tags=["TI2V"], quants=[NVFP4]),
        Row(sizes=["A14B"], tags=["T2V"], quants=[NVFP4]),
    ],
    original="{org}/{name}-Diffusers",
)

if __name__ == "__main__":
    verify(__file__)

"""MiMo, by Xiaomi."""

from codegen.schema import GGUF, ModelMeta, Row, verify

ORG = "XiaomiMiMo"
MODALITY = "text"

# Parameters: https://github.com/vllm-project/recipes; modality of V2.5: https://docs.sglang.io
MIMO = ModelMeta(
    base_name="MiMo",
    rows=[
        Row(versions=["V2-Flash"], quants=[GGUF], parameters="309B-A15B"),
        Row(versions=["V2.5"], quants=[GGUF], modality="vision", parameters="311B-A15B"),
        Row(versions=["V2.5-Pro"], quants=[GGUF], parameters="1T-A42B"),
    ],
)
MIMO_VL = ModelMeta(
    base_name="MiMo-VL", rows=[Row(sizes=["7B"], tags=["RL"], quants=[GGUF])], modality="vision"
)

if __name__ == "__main__":
    verify(__file__)

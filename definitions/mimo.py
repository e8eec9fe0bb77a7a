"""MiMo, by Xiaomi."""

from codegen.schema import GGUF, ModelMeta, Row, verify

ORG = "XiaomiMiMo"
MODALITY = "text"

MIMO = ModelMeta(
    base_name="MiMo", rows=[Row(versions=["V2-Flash", "V2.5", "V2.5-Pro"], quants=[GGUF])]
)
MIMO_VL = ModelMeta(
    base_name="MiMo-VL",
    model_sizes=["7B"],
    instruct_tags=["RL"],
    quant_types=[GGUF],
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

"""MiMo, by Xiaomi."""

from codegen.schema import GGUF, ModelMeta, verify

MODALITY = "text"

MIMO_FLASH = ModelMeta(
    org="XiaomiMiMo", base_name="MiMo", model_version="V2-Flash", quant_types=[GGUF]
)

MIMO_VL = ModelMeta(
    org="XiaomiMiMo",
    base_name="MiMo-VL",
    model_sizes=["7B"],
    instruct_tags=["RL"],
    quant_types=[GGUF],
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

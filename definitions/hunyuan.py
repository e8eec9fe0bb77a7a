"""Hunyuan, by Tencent."""

from codegen.schema import GGUF, ModelMeta, verify

MODALITY = "text"

HUNYUAN = ModelMeta(
    org="tencent",
    base_name="Hunyuan",
    model_sizes=["A13B"],
    instruct_tags=["Instruct"],
    quant_types=[GGUF],
)

if __name__ == "__main__":
    verify(__file__)

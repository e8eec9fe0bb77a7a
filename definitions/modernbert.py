"""ModernBERT, by Answer.AI."""

from codegen.schema import NONE, ModelMeta, verify

MODERNBERT = ModelMeta(
    org="answerdotai",  # https://huggingface.co/answerdotai/ModernBERT-base
    base_name="ModernBERT",
    model_sizes=["base", "large"],
    quant_types=[NONE],
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

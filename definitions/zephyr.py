"""Zephyr, by Hugging Face H4."""

from codegen.schema import ModelMeta, verify

from ._shared import PLAIN

MODALITY = "text"

ZEPHYR_SFT = ModelMeta(
    org="HuggingFaceH4",
    base_name="zephyr",
    model_sizes=["7b"],
    quant_types=PLAIN,
    name="{base_name}-sft",
    original="{org}/mistral-{size}-sft-beta",
)

if __name__ == "__main__":
    verify(__file__)

"""Zephyr, by Hugging Face H4."""

from codegen.schema import ModelMeta, Row, verify

from ._shared import PLAIN

ZEPHYR_SFT = ModelMeta(
    org="HuggingFaceH4",
    base_name="zephyr",
    rows=[Row(sizes=["7b"], quants=PLAIN)],
    name="{base_name}-sft",
    original="{org}/mistral-{size}-sft-beta",
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

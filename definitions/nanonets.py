"""Nanonets-OCR, by Nanonets."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

MODALITY = "text"

NANONETS_OCR = ModelMeta(
    org="nanonets",
    base_name="Nanonets-OCR",
    model_sizes=["s"],
    quant_types=[NONE, GGUF],
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

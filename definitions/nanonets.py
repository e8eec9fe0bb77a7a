"""Nanonets-OCR, by Nanonets."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

NANONETS_OCR = ModelMeta(
    org="nanonets",
    base_name="Nanonets-OCR",
    rows=[Row(sizes=["s"], quants=[NONE, GGUF])],
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

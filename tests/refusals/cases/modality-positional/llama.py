"""Llama, by Meta."""

from codegen.schema import *

OCR = Modality("ocr", True)
LLAMA = ModelMeta(org="meta-llama", base_name="Llama", quant_types=[GGUF], modality=OCR)

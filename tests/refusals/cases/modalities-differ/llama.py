"""Llama, by Meta."""

from codegen.schema import *

OCR = Modality("ocr", is_multimodal=True)
TEXT_OCR = Modality("ocr", is_multimodal=False)
VISION = Modality("vision", is_multimodal=False)
LLAMA = ModelMeta(
    org="meta-llama", base_name="Llama", quant_types=[NONE], modality=OCR, model_sizes=["1B", "3B"]
)
LLAMA_2 = ModelMeta(
    org="meta-llama",
    base_name="Llama-2",
    quant_types=[NONE],
    modality=TEXT_OCR,
    model_sizes=["1B", "3B"],
)
LLAMA_3 = ModelMeta(org="meta-llama", base_name="Llama-3", quant_types=[NONE], modality=VISION)

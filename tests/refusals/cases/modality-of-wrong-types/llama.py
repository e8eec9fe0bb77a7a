"""Llama, by Meta."""

from codegen.schema import Modality

OCR = Modality("ocr", is_multimodal="no")

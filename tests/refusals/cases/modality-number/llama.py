"""Llama, by Meta."""

from codegen.schema import Modality

OCR = Modality(3, is_multimodal=True)

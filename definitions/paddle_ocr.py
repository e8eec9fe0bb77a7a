"""PaddleOCR, by PaddlePaddle."""

from codegen.schema import NONE, ModelMeta, verify

PADDLE_OCR_VL = ModelMeta(
    org="PaddlePaddle",
    base_name="PaddleOCR",
    quant_types=[NONE],
    name="{base_name}-VL",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

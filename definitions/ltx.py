"""LTX, by Lightricks."""

from codegen.schema import FP8, GGUF, ModelMeta, Row, verify

LTX = ModelMeta(
    org="Lightricks",
    base_name="LTX",
    rows=[Row(versions=["2"], quants=[GGUF, FP8]), Row(versions=["2.3"], quants=[GGUF])],
    modality="video",
)

if __name__ == "__main__":
    verify(__file__)

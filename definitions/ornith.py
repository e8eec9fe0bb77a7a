"""Ornith, by Ornith AI."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

MODALITY = "text"

ORNITH = ModelMeta(
    org="ornith-ai",
    base_name="Ornith",
    model_version="1.0",
    rows=[Row(sizes=["9B", "35B"], quants=[NONE, GGUF]), Row(sizes=["397B"], quants=[GGUF])],
)

if __name__ == "__main__":
    verify(__file__)

"""Krea, by Krea."""

from codegen.schema import FP8, NONE, ModelMeta, Row, verify

KREA_2 = ModelMeta(
    org="krea",
    base_name="Krea",
    model_version="2",
    rows=[Row(tags=["Raw"], quants=[NONE]), Row(tags=["Turbo"], quants=[NONE, FP8])],
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)

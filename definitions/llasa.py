"""Llasa, by HKUST Audio."""

from codegen.schema import NONE, ModelMeta, Row, verify

LLASA = ModelMeta(
    org="HKUSTAudio",
    base_name="Llasa",
    rows=[Row(sizes=["1B"], quants=[NONE]), Row(sizes=["3B"], quants=[NONE], original=None)],
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

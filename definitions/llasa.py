"""Llasa, by HKUST Audio."""

from codegen.schema import NONE, ModelMeta, verify

LLASA = ModelMeta(
    org="HKUSTAudio",
    base_name="Llasa",
    model_sizes=["1B", "3B"],
    quant_types=[NONE],
    original={"1B": "{org}/{name}", "3B": None},
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

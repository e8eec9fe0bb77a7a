"""OuteTTS, by OuteAI."""

from codegen.schema import NONE, ModelMeta, verify

ORG = "OuteAI"

OUTE_TTS = ModelMeta(
    base_name="OuteTTS",
    model_version="1.0",
    model_sizes=["0.6B"],
    quant_types=[NONE],
    modality="speech",
)

LLAMA_OUTE_TTS = ModelMeta(
    base_name="Llama-OuteTTS",
    model_version="1.0",
    model_sizes=["1B"],
    quant_types=[NONE],
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

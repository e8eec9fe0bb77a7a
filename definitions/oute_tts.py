"""OuteTTS, by OuteAI."""

from codegen.schema import NONE, ModelMeta, verify

OUTE_TTS = ModelMeta(
    org="OuteAI",
    base_name="OuteTTS",
    model_version="1.0",
    model_sizes=["0.6B"],
    quant_types=[NONE],
    is_multimodal=True,
    modality="speech",
)

LLAMA_OUTE_TTS = OUTE_TTS.but(model_sizes=["1B"], name="Llama-{base_name}-{model_version}-{size}")

if __name__ == "__main__":
    verify(__file__)

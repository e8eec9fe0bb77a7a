"""OuteTTS, by OuteAI."""

from codegen.schema import NONE, ModelMeta, Row, verify

ORG = "OuteAI"

OUTE_TTS = ModelMeta(
    base_name="OuteTTS",
    rows=[Row(versions=["1.0"], sizes=["0.6B"], quants=[NONE])],
    modality="speech",
)

LLAMA_OUTE_TTS = ModelMeta(
    base_name="Llama-OuteTTS",
    rows=[Row(versions=["1.0"], sizes=["1B"], quants=[NONE])],
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

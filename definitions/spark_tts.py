"""Spark-TTS, by SparkAudio."""

from codegen.schema import NONE, ModelMeta, verify

SPARK_TTS = ModelMeta(
    org="SparkAudio",
    base_name="Spark-TTS",
    model_sizes=["0.5B"],
    quant_types=[NONE],
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

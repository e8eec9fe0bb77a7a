"""Spark-TTS, by SparkAudio."""

from codegen.schema import NONE, ModelMeta, Row, verify

SPARK_TTS = ModelMeta(
    org="SparkAudio",
    base_name="Spark-TTS",
    rows=[Row(sizes=["0.5B"], quants=[NONE])],
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

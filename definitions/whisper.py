"""Whisper, by OpenAI."""

from codegen.schema import NONE, ModelMeta, Row, verify

WHISPER = ModelMeta(
    org="openai",
    base_name="whisper",
    model_sizes=["tiny", "base", "small"],
    quant_types=[NONE],
    name="{base_name}-{size}-{model_version}",
    modality="speech",
)

WHISPER_LARGE = WHISPER.but(
    model_sizes=["large"], rows=[Row(versions=["v3", "v3-turbo"], quants=[NONE])]
)

if __name__ == "__main__":
    verify(__file__)

"""Whisper, by OpenAI."""

from codegen.schema import NONE, ModelMeta, Row, verify

WHISPER = ModelMeta(
    org="openai",
    base_name="whisper",
    rows=[
        Row(versions=[None], sizes=["tiny", "base", "small"], quants=[NONE]),
        Row(versions=["v3", "v3-turbo"], sizes=["large"], quants=[NONE]),
    ],
    name="{base_name}-{size}-{model_version}",
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

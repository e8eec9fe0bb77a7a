"""CrisperWhisper, by nyra health."""

from codegen.schema import NONE, ModelMeta, verify

CRISPER_WHISPER = ModelMeta(
    org="nyrahealth",
    base_name="CrisperWhisper",
    quant_types=[NONE],
    is_multimodal=True,
    modality="speech",
)

if __name__ == "__main__":
    verify(__file__)

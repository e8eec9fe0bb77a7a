"""CrisperWhisper, by nyra health."""

from codegen.schema import NONE, ModelMeta, verify

CRISPER_WHISPER = ModelMeta(
    org="nyrahealth", base_name="CrisperWhisper", quant_types=[NONE], modality="speech"
)

if __name__ == "__main__":
    verify(__file__)

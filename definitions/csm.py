"""CSM, by Sesame."""

from codegen.schema import NONE, ModelMeta, verify

CSM = ModelMeta(
    org="sesame", base_name="csm", model_sizes=["1b"], quant_types=[NONE], modality="speech"
)

if __name__ == "__main__":
    verify(__file__)

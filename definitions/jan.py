"""Jan, by Menlo Research."""

from codegen.schema import GGUF, ModelMeta, verify

MODALITY = "text"

JAN_NANO = ModelMeta(org="Menlo", base_name="Jan", quant_types=[GGUF], name="{base_name}-nano")
# A model of its own, not a longer context of the other.
JAN_NANO_128K = JAN_NANO.but(name="{base_name}-nano-128k")

if __name__ == "__main__":
    verify(__file__)

"""DictaLM, by Dicta."""

from codegen.schema import GGUF, ModelMeta, verify

MODALITY = "text"

DICTALM_3 = ModelMeta(
    org="dicta-il",
    base_name="DictaLM",
    model_version="3.0",
    model_sizes=["24B"],
    instruct_tags=["Thinking"],
    quant_types=[GGUF],
)

if __name__ == "__main__":
    verify(__file__)

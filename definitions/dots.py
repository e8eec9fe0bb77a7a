"""dots.llm, by rednote."""

from codegen.schema import GGUF, ModelMeta, verify

MODALITY = "text"

DOTS = ModelMeta(
    org="rednote-hilab",
    base_name="dots.llm",
    model_version="1",
    instruct_tags=["inst"],
    quant_types=[GGUF],
    name="{base_name}{model_version}.{instruct_tag}",
)

if __name__ == "__main__":
    verify(__file__)

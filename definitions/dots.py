"""dots.llm, by rednote."""

from codegen.schema import GGUF, ModelMeta, Row, verify

DOTS = ModelMeta(
    org="dots-studio",  # https://huggingface.co/dots-studio/dots.llm1.inst
    base_name="dots.llm",
    rows=[Row(versions=["1"], tags=["inst"], quants=[GGUF])],
    name="{base_name}{model_version}.{instruct_tag}",
    former=["rednote-hilab/{name}"],
    modality="text",
    parameters="142B-A14B",
)

if __name__ == "__main__":
    verify(__file__)

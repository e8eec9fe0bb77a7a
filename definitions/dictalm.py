"""DictaLM, by Dicta."""

from codegen.schema import GGUF, ModelMeta, Row, verify

DICTALM_3 = ModelMeta(
    org="dicta-il",
    base_name="DictaLM",
    rows=[Row(versions=["3.0"], sizes=["24B"], tags=["Thinking"], quants=[GGUF])],
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

"""EXAONE, by LG AI Research."""

from codegen.schema import GGUF, ModelMeta, Row, verify

EXAONE = ModelMeta(
    org="LGAI-EXAONE",  # https://huggingface.co/LGAI-EXAONE/EXAONE-4.0-32B
    base_name="EXAONE",
    rows=[
        Row(versions=["3.5"], sizes=["2.4B", "32B"], tags=["Instruct"], originals_only=True),
        Row(versions=["4.0"], sizes=["1.2B", "32B"], tags=[None], quants=[GGUF]),
    ],
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

"""Falcon, by the Technology Innovation Institute."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

FALCON_H1 = ModelMeta(
    org="tiiuae",
    base_name="Falcon",
    rows=[
        Row(versions=["H1"], sizes=["0.5B"], tags=["Instruct"], quants=[NONE, GGUF]),
        Row(versions=["H1"], sizes=["1.5B"], tags=["Instruct", "Deep-Instruct"], quants=[GGUF]),
        Row(versions=["H1"], sizes=["34B"], tags=["Instruct"], quants=[GGUF]),
        Row(versions=["H1R"], sizes=["7B"], quants=[GGUF]),
    ],
    modality="text",
)

if __name__ == "__main__":
    verify(__file__)

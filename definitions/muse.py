"""Muse, by Meta."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

MUSE_GLIMMER = ModelMeta(
    org="meta-models",
    base_name="Muse",
    rows=[Row(sizes=["30B"], quants=[NONE, UNSLOTH, GGUF])],
    name="{base_name}-Glimmer-{size}",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

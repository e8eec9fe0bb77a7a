"""Inkling, by Thinking Machines Lab."""

from codegen.schema import GGUF, ModelMeta, verify

INKLING = ModelMeta(
    org="thinkingmachines",
    base_name="Inkling",
    quant_types=[GGUF],
    name="{base_name:lower}",
    original=None,
    is_multimodal=True,
)

INKLING_SMALL = INKLING.but(model_sizes=["Small"], name="{base_name}-{size}")

if __name__ == "__main__":
    verify(__file__)

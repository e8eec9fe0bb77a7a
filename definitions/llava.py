"""LLaVA, in the llava-hf copies."""

from codegen.schema import ModelMeta, Row, verify

from ._shared import PLAIN

LLAVA = ModelMeta(
    org="llava-hf",
    base_name="llava",
    model_sizes=["7b"],
    rows=[
        Row(versions=["1.5"], quants=PLAIN),
        Row(versions=["1.6"], quants=PLAIN, name="{base_name}-v{model_version}-mistral-{size}-hf"),
    ],
    name="{base_name}-{model_version}-{size}-hf",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

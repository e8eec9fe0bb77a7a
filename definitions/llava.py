"""LLaVA, in the llava-hf copies."""

from codegen.schema import BNB, NONE, ModelMeta, Row, verify

LLAVA = ModelMeta(
    org="llava-hf",
    base_name="llava",
    model_sizes=["7b"],
    rows=[
        Row(versions=["1.5"], quants=[NONE, BNB]),
        Row(
            versions=["1.6"],
            quants=[NONE, BNB],
            name="{base_name}-v{model_version}-mistral-{size}-hf",
        ),
    ],
    name="{base_name}-{model_version}-{size}-hf",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

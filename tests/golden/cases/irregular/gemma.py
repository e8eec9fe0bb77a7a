"""Gemma, by Google."""

from codegen.schema import BNB, FP8_DYNAMIC, GGUF, NONE, ModelMeta, Row

GEMMA_3 = ModelMeta(
    org="google",
    base_name="gemma",
    model_version="3",
    rows=[
        Row(
            sizes=["1b"],
            tags=["it"],
            quants=[NONE, BNB],
            mirrors=["unsloth-mirror/{name}"],
            is_multimodal=False,
        ),
        Row(sizes=["1b"], tags=["pt"], originals_only=True, is_multimodal=False),
        Row(
            sizes=["12b"],
            tags=["it"],
            quants=[FP8_DYNAMIC],
            mirrors=["unsloth-mirror/{name}"],
            spelled=["gemma-3-12B-it-FP8-Dynamic"],
        ),
        Row(
            sizes=["27b"],
            tags=["it"],
            quants=[GGUF],
            name="{base_name}-{model_version}-Large-{size}-{instruct_tag}",
            mirrors=["unsloth-mirror/{name}"],
        ),
        Row(
            sizes=["27b"],
            tags=["pt"],
            quants=[GGUF],
            name="{base_name}-{model_version}-Large-{size}-{instruct_tag}",
        ),
    ],
    is_multimodal=True,
)

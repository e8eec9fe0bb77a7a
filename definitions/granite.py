"""Granite, by IBM."""

from codegen.schema import FP8_DYNAMIC, GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

from ._shared import ALL_FOUR, DYNAMIC, PLAIN

ORG = "ibm-granite"

MODALITY = "text"

GRANITE = ModelMeta(
    base_name="granite",
    rows=[
        Row(versions=["3.2"], sizes=["2b", "8b"], tags=["instruct"], quants=DYNAMIC),
        Row(versions=["3.3"], sizes=["2b", "8b"], tags=["instruct"], quants=[GGUF]),
        Row(versions=["4.0"], sizes=["350m"], tags=[None], quants=ALL_FOUR),
        Row(versions=["4.0"], sizes=["1b", "micro"], tags=[None], quants=[NONE, UNSLOTH, GGUF]),
        Row(versions=["4.0"], sizes=["350m", "1b"], tags=["base"], quants=DYNAMIC),
        Row(versions=["4.0"], sizes=["micro"], tags=["base"], quants=[NONE, UNSLOTH]),
        Row(versions=["4.0-h"], sizes=["350m", "1b"], tags=[None], quants=ALL_FOUR),
        Row(versions=["4.0-h"], sizes=["micro"], tags=[None, "base"], quants=DYNAMIC),
        Row(
            versions=["4.0-h"],
            sizes=["tiny", "small"],
            tags=[None],
            quants=[NONE, GGUF, FP8_DYNAMIC],
        ),
        Row(versions=["4.0-h"], sizes=["350m"], tags=["base"], quants=PLAIN),
        Row(versions=["4.0-h"], sizes=["1b"], tags=["base"], quants=DYNAMIC),
        Row(versions=["4.0-h"], sizes=["tiny", "small"], tags=["base"], quants=[NONE]),
        Row(versions=["4.1"], sizes=["3b", "8b"], tags=[None], quants=[NONE, GGUF]),
        Row(versions=["4.1"], sizes=["30b"], tags=[None], quants=[GGUF]),
    ],
)

GRANITE_VISION = ModelMeta(
    base_name="granite",
    model_version="3.2",
    model_sizes=["2b"],
    quant_types=[NONE, UNSLOTH],
    name="{base_name}-vision-{model_version}-{size}",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

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
        Row(versions=["4.0"], sizes=["1b"], tags=[None], quants=[NONE, UNSLOTH, GGUF]),
        Row(versions=["4.0"], sizes=["350m", "1b"], tags=["base"], quants=DYNAMIC),
        Row(versions=["4.0-h"], sizes=["350m", "1b"], tags=[None], quants=ALL_FOUR),
        Row(versions=["4.0-h"], sizes=["350m"], tags=["base"], quants=PLAIN),
        Row(versions=["4.0-h"], sizes=["1b"], tags=["base"], quants=DYNAMIC),
        Row(versions=["4.1"], sizes=["3b", "8b"], tags=[None], quants=[NONE, GGUF]),
        Row(versions=["4.1"], sizes=["30b"], tags=[None], quants=[GGUF]),
    ],
)
# The sizes in words, with the parameters of https://unsloth.ai/docs/models/ibm-granite-4.0
GRANITE_MICRO = ModelMeta(
    base_name="granite",
    model_sizes=["micro"],
    rows=[
        Row(versions=["4.0"], tags=[None], quants=[NONE, UNSLOTH, GGUF]),
        Row(versions=["4.0"], tags=["base"], quants=[NONE, UNSLOTH]),
        Row(versions=["4.0-h"], tags=[None, "base"], quants=DYNAMIC),
    ],
    parameters="3B",
)
GRANITE_TINY = ModelMeta(
    base_name="granite",
    model_version="4.0-h",
    model_sizes=["tiny"],
    rows=[Row(tags=[None], quants=[NONE, GGUF, FP8_DYNAMIC]), Row(tags=["base"], quants=[NONE])],
    parameters="7B-A1B",
)
GRANITE_SMALL = GRANITE_TINY.but(model_sizes=["small"], parameters="32B-A9B")
GRANITE_VISION = ModelMeta(
    base_name="granite",
    rows=[Row(versions=["3.2"], sizes=["2b"], quants=[NONE, UNSLOTH])],
    name="{base_name}-vision-{model_version}-{size}",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

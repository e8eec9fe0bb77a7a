"""OLMo, by the Allen Institute for AI."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

from ._shared import DYNAMIC

ORG = "allenai"
MODALITY = "text"

OLMO_2 = ModelMeta(
    base_name="OLMo",
    model_version="2",
    instruct_tags=["Instruct"],
    rows=[
        Row(sizes=["1B"], quants=[GGUF]),
        Row(
            sizes=["32B"],
            quants=DYNAMIC,
            name="{base_name}-{model_version}-0325-{size}-{instruct_tag}",
        ),
    ],
    name="{base_name}-{model_version}-0425-{size}-{instruct_tag}",
)

OLMO_3 = ModelMeta(
    base_name="Olmo",
    rows=[
        Row(versions=["3"], sizes=["7B"], tags=["Instruct"], quants=[NONE, UNSLOTH, GGUF]),
        Row(versions=["3"], sizes=["7B"], tags=["Think"], quants=[NONE, GGUF]),
        Row(versions=["3"], sizes=["32B"], tags=["Think"], quants=[NONE, UNSLOTH, GGUF]),
        Row(versions=["3.1"], sizes=["32B"], tags=["Instruct"], quants=[NONE, GGUF]),
        Row(versions=["3.1"], sizes=["32B"], tags=["Think"], quants=[GGUF]),
    ],
)

if __name__ == "__main__":
    verify(__file__)

"""Yi, by 01.AI."""

from codegen.schema import BNB, ModelMeta, Row, verify

from ._shared import PLAIN

ORG = "01-ai"
MODALITY = "text"

YI = ModelMeta(
    base_name="Yi",
    rows=[
        Row(sizes=["6b"], tags=[None], quants=PLAIN),
        Row(sizes=["34b"], tags=[None], quants=[BNB]),
        Row(
            sizes=["34b"],
            tags=["chat"],
            quants=[BNB],
            original="{org}/{base_name}-{size:upper}-Chat",
        ),
    ],
    name="{base_name:lower}-{size}-{instruct_tag}",
    original="{org}/{base_name}-{size:upper}",
)

YI_1_5 = ModelMeta(base_name="Yi", model_version="1.5", model_sizes=["6B"], quant_types=[BNB])

if __name__ == "__main__":
    verify(__file__)

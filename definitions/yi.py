"""Yi, by 01.AI."""

from codegen.schema import BNB, NONE, ModelMeta, verify

YI = ModelMeta(
    org="01-ai",
    base_name="Yi",
    model_sizes=["6b", "34b"],
    instruct_tags=[None, "chat"],
    quant_types={"6b": {None: [NONE, BNB]}, "34b": [BNB]},
    name="{base_name:lower}-{size}-{instruct_tag}",
    original={
        None: "{org}/{base_name}-{size:upper}",
        "chat": "{org}/{base_name}-{size:upper}-Chat",
    },
)

YI_1_5 = ModelMeta(
    org="01-ai", base_name="Yi", model_version="1.5", model_sizes=["6B"], quant_types=[BNB]
)

if __name__ == "__main__":
    verify(__file__)

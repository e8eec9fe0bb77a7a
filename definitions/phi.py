"""Phi, by Microsoft."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, verify

ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]

PHI_3_5 = ModelMeta(
    org="microsoft",
    base_name="Phi",
    model_version="3.5",
    model_sizes=["mini"],
    instruct_tags=["instruct"],
    quant_types=[NONE, BNB],
)
PHI_3 = PHI_3_5.but(
    model_version="3",
    model_sizes=["mini", "medium"],
    name="{base_name}-{model_version}-{size}-4k-{instruct_tag}",
)
# Phi-3 mini as it was before Microsoft changed its repo in place.
PHI_3_MINI_V0 = PHI_3.but(model_sizes=["mini"], modifier="v0", original=None)

PHI_4 = PHI_3_5.but(
    model_version="4",
    model_sizes=[None, "mini"],
    instruct_tags=["instruct", "reasoning", "reasoning-plus"],
    quant_types={
        None: {("reasoning", "reasoning-plus"): ALL_FOUR},
        "mini": {("instruct", "reasoning"): ALL_FOUR},
    },
    spelled=[
        "phi-4-reasoning-bnb-4bit",
        "phi-4-reasoning-unsloth-bnb-4bit",
        "phi-4-reasoning-plus-bnb-4bit",
        "phi-4-mini-reasoning-bnb-4bit",
    ],
)
PHI_4_MULTIMODAL = PHI_3_5.but(
    model_version="4",
    model_sizes=[None],
    quant_types=None,
    name="{base_name}-{model_version}-multimodal-{instruct_tag}",
    is_multimodal=True,
)

# The two whose name is the version alone; Microsoft writes it with a small p.
PHI_2_AND_4 = PHI_3_5.but(
    model_version=["2", "4"],
    model_sizes=[None],
    instruct_tags=[None],
    quant_types={"2": None, "4": ALL_FOUR},
    name="{base_name:lower}-{model_version}",
)

if __name__ == "__main__":
    verify(__file__)

"""Phi, by Microsoft."""

from codegen.schema import ModelMeta, Row, verify

from ._shared import ALL_FOUR, PLAIN

ORG = "microsoft"
MODALITY = "text"

PHI_3 = ModelMeta(
    base_name="Phi",
    model_version="3",
    model_sizes=["mini", "medium"],
    instruct_tags=["instruct"],
    quant_types=PLAIN,
    name="{base_name}-{model_version}-{size}-4k-{instruct_tag}",
)
# Phi-3 mini as it was before Microsoft changed its repo in place.
PHI_3_MINI_V0 = PHI_3.but(model_sizes=["mini"], modifier="v0", original=None)
PHI = ModelMeta(
    base_name="Phi",
    rows=[
        Row(versions=["3.5"], sizes=["mini"], tags=["instruct"], quants=PLAIN),
        Row(versions=["4"], sizes=["mini"], tags=["instruct", "reasoning"], quants=ALL_FOUR),
        Row(versions=["4"], tags=["reasoning", "reasoning-plus"], quants=ALL_FOUR),
    ],
    spelled=[
        "phi-4-reasoning-bnb-4bit",
        "phi-4-reasoning-unsloth-bnb-4bit",
        "phi-4-reasoning-plus-bnb-4bit",
        "phi-4-mini-reasoning-bnb-4bit",
    ],
)
PHI_4_MULTIMODAL = ModelMeta(
    base_name="Phi",
    model_version="4",
    instruct_tags=["instruct"],
    originals_only=True,
    name="{base_name}-{model_version}-multimodal-{instruct_tag}",
    modality="vision",
)

# The two whose name is the version alone; Microsoft writes it with a small p.
PHI_2_AND_4 = ModelMeta(
    base_name="Phi",
    rows=[Row(versions=["2"], originals_only=True), Row(versions=["4"], quants=ALL_FOUR)],
    name="{base_name:lower}-{model_version}",
)

if __name__ == "__main__":
    verify(__file__)

"""Phi, by Microsoft."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, verify

ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]

PHI_2 = ModelMeta(
    org="microsoft",
    base_name="Phi",
    model_version="2",
    quant_types=None,
    name="{base_name:lower}-{model_version}",
)

PHI_3 = ModelMeta(
    org="microsoft",
    base_name="Phi",
    model_version="3",
    model_sizes=["mini", "medium"],
    instruct_tags=["instruct"],
    quant_types=[NONE, BNB],
    name="{base_name}-{model_version}-{size}-4k-{instruct_tag}",
)
# Phi-3 mini as it was before Microsoft changed its repo in place.
PHI_3_MINI_V0 = PHI_3.but(
    model_sizes=["mini"],
    name="{base_name}-{model_version}-{size}-4k-{instruct_tag}-v0",
    original=None,
)
PHI_3_5 = ModelMeta(
    org="microsoft",
    base_name="Phi",
    model_version="3.5",
    model_sizes=["mini"],
    instruct_tags=["instruct"],
    quant_types=[NONE, BNB],
)

PHI_4 = PHI_2.but(model_version="4", quant_types=ALL_FOUR)
PHI_4_MINI = PHI_3_5.but(model_version="4", quant_types=ALL_FOUR)
PHI_4_MULTIMODAL = PHI_3_5.but(
    model_version="4",
    model_sizes=[None],
    quant_types=None,
    name="{base_name}-{model_version}-multimodal-{instruct_tag}",
    is_multimodal=True,
)

# Some uploads of the reasoning models begin with a small p.
PHI_4_REASONING = PHI_3_5.but(
    model_version="4",
    model_sizes=[None],
    instruct_tags=["reasoning", "reasoning-plus"],
    quant_types={"reasoning": [NONE, GGUF], "reasoning-plus": [NONE, UNSLOTH, GGUF]},
)
PHI_4_REASONING_LOWER = PHI_4_REASONING.but(
    quant_types={"reasoning": [BNB, UNSLOTH], "reasoning-plus": [BNB]},
    name="{base_name:lower}-{model_version}-{instruct_tag}",
    original="{org}/{base_name}-{model_version}-{instruct_tag}",
)
PHI_4_MINI_REASONING = PHI_4_MINI.but(
    instruct_tags=["reasoning"], quant_types=[NONE, UNSLOTH, GGUF]
)
PHI_4_MINI_REASONING_LOWER = PHI_4_MINI_REASONING.but(
    quant_types=[BNB],
    name="{base_name:lower}-{model_version}-{size}-{instruct_tag}",
    original="{org}/{base_name}-{model_version}-{size}-{instruct_tag}",
)

if __name__ == "__main__":
    verify(__file__)

"""Hermes, by Nous Research, on Llama and Mistral."""

from codegen.schema import BNB, NONE, ModelMeta, verify

HERMES_2 = ModelMeta(
    org="NousResearch",
    base_name="Hermes",
    model_version="2",
    model_sizes=["7B"],
    quant_types=[NONE, BNB],
    name="{base_name}-{model_version}-Pro-Mistral-{size}",
)
OPEN_HERMES_2_5 = HERMES_2.but(
    org="teknium", model_version="2.5", name="Open{base_name}-{model_version}-Mistral-{size}"
)
HERMES_3 = HERMES_2.but(
    model_version="3",
    model_sizes=["8B", "70B", "405B"],
    quant_types={("8B", "70B"): [NONE, BNB], "405B": [BNB]},
    name="{base_name}-{model_version}-Llama-3.1-{size}",
)

if __name__ == "__main__":
    verify(__file__)

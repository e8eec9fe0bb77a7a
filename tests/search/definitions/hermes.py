"""Hermes, by Nous Research, on Llama and Mistral."""

from codegen.schema import BNB, GGUF, ModelMeta, Row, verify

from ._shared import PLAIN

ORG = "NousResearch"
MODALITY = "text"

HERMES_2 = ModelMeta(
    base_name="Hermes",
    rows=[Row(versions=["2"], sizes=["7B"], quants=PLAIN)],
    name="{base_name}-{model_version}-Pro-Mistral-{size}",
)

OPEN_HERMES_2_5 = ModelMeta(
    org="teknium",
    base_name="Hermes",
    rows=[Row(versions=["2.5"], sizes=["7B"], quants=PLAIN)],
    name="Open{base_name}-{model_version}-Mistral-{size}",
)

HERMES_3 = ModelMeta(
    base_name="Hermes",
    model_version="3",
    rows=[Row(sizes=["8B", "70B"], quants=PLAIN), Row(sizes=["405B"], quants=[BNB])],
    name="{base_name}-{model_version}-Llama-3.1-{size}",
)

HERMES_4 = ModelMeta(
    base_name="Hermes",
    rows=[Row(versions=["4"], sizes=["70B", "405B"], quants=[GGUF])],
    name="{base_name}-{model_version}-{size}",
)

if __name__ == "__main__":
    verify(__file__)

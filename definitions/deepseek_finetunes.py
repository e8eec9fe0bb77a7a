"""DeepSeek finetunes, by Agentica, Microsoft, Perplexity and TNG."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

from ._shared import DYNAMIC

MODALITY = "text"

DEEPSCALER = ModelMeta(
    org="agentica-org",
    base_name="DeepScaleR",
    model_sizes=["1.5B"],
    instruct_tags=["Preview"],
    quant_types=DYNAMIC,
)

# The following have the size of DeepSeek V3 and R1, which they are made from.
# https://huggingface.co/microsoft/MAI-DS-R1
MAI_DS_R1 = ModelMeta(
    org="microsoft",
    base_name="MAI-DS",
    model_version="R1",
    quant_types=[GGUF],
    parameters="671B",
    active_parameters="37B",
)
R1_1776 = ModelMeta(
    org="perplexity-ai",
    base_name="r1-1776",
    quant_types=[NONE, GGUF],
    parameters="671B",
    active_parameters="37B",
)
R1_1776_DISTILL = ModelMeta(
    org="perplexity-ai",
    base_name="r1-1776",
    model_sizes=["70b"],
    quant_types=[GGUF],
    name="{base_name}-distill-llama-{size}",
)
# https://huggingface.co/tngtech/DeepSeek-TNG-R1T2-Chimera
TNG_CHIMERA = ModelMeta(
    org="tngtech",
    base_name="DeepSeek-TNG",
    model_version="R1T2",
    quant_types=[GGUF],
    name="{base_name}-{model_version}-Chimera",
    parameters="671B",
    active_parameters="37B",
)

if __name__ == "__main__":
    verify(__file__)

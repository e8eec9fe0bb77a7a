"""DeepSeek finetunes, by Agentica, Microsoft, Perplexity and TNG."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

from ._shared import DYNAMIC

ORG = "perplexity-ai"

MODALITY = "text"

DEEPSCALER = ModelMeta(
    org="agentica-org",
    base_name="DeepScaleR",
    model_sizes=["1.5B"],
    instruct_tags=["Preview"],
    quant_types=DYNAMIC,
)

# No public list states the original.
MAI_DS_R1 = ModelMeta(
    org="microsoft", base_name="MAI-DS", model_version="R1", quant_types=[GGUF], original=None
)

R1_1776 = ModelMeta(base_name="r1", quant_types=[NONE, GGUF], name="{base_name}-1776")
R1_1776_DISTILL = ModelMeta(
    base_name="r1",
    model_sizes=["70b"],
    quant_types=[GGUF],
    name="{base_name}-1776-distill-llama-{size}",
)

# No public list states the original.
TNG_CHIMERA = ModelMeta(
    org="tngtech",
    base_name="DeepSeek-TNG",
    model_version="R1T2",
    quant_types=[GGUF],
    name="{base_name}-{model_version}-Chimera",
    original=None,
)

if __name__ == "__main__":
    verify(__file__)

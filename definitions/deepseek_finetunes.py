"""DeepSeek finetunes, by Agentica, Microsoft, Perplexity and TNG."""

from codegen.schema import GGUF, ModelMeta, verify

from ._shared import DYNAMIC

DEEPSCALER = ModelMeta(
    org="agentica-org",
    base_name="DeepScaleR",
    model_sizes=["1.5B"],
    instruct_tags=["Preview"],
    quant_types=DYNAMIC,
)

# No public list states the originals of these.
MAI_DS_R1 = ModelMeta(
    org="microsoft", base_name="MAI-DS", model_version="R1", quant_types=[GGUF], original=None
)

R1_1776 = ModelMeta(
    org="perplexity-ai", base_name="r1", quant_types=[GGUF], name="{base_name}-1776", original=None
)

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

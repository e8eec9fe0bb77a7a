"""DeepSeek finetunes, by Agentica, Microsoft, Perplexity and TNG."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

from ._shared import DYNAMIC

MODALITY = "text"

DEEPSCALER = ModelMeta(
    org="agentica-org",
    base_name="DeepScaleR",
    rows=[Row(sizes=["1.5B"], tags=["Preview"], quants=DYNAMIC)],
)

# The following have the size of DeepSeek V3 and R1, which they are made from.
MAI_DS_R1 = ModelMeta(
    org="microsoft",  # https://huggingface.co/microsoft/MAI-DS-R1
    base_name="MAI-DS",
    rows=[Row(versions=["R1"], quants=[GGUF])],
    parameters="671B-A37B",
)
R1_1776 = ModelMeta(
    org="perplexity-ai", base_name="r1-1776", quant_types=[NONE, GGUF], parameters="671B-A37B"
)
R1_1776_DISTILL = ModelMeta(
    org="perplexity-ai",
    base_name="r1-1776",
    rows=[Row(sizes=["70b"], quants=[GGUF])],
    name="{base_name}-distill-llama-{size}",
)
TNG_CHIMERA = ModelMeta(
    org="tngtech",  # https://huggingface.co/tngtech/DeepSeek-TNG-R1T2-Chimera
    base_name="DeepSeek-TNG",
    rows=[Row(versions=["R1T2"], quants=[GGUF])],
    name="{base_name}-{model_version}-Chimera",
    parameters="671B-A37B",
)

if __name__ == "__main__":
    verify(__file__)

"""SmolLM, by Hugging Face."""

from codegen.schema import BNB, GGUF, ModelMeta, Row, verify

from ._shared import PLAIN

ORG = "HuggingFaceTB"
MODALITY = "text"

SMOLLM = ModelMeta(
    base_name="SmolLM",
    model_sizes=["135M", "360M", "1.7B"],
    instruct_tags=[None, "Instruct"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

SMOLLM_2 = ModelMeta(
    base_name="SmolLM",
    model_version="2",
    rows=[
        Row(sizes=["135M", "1.7B"], tags=[None], quants=PLAIN),
        Row(sizes=["135M"], tags=["Instruct"], quants=[BNB, GGUF]),
        Row(sizes=["360M"], tags=["Instruct"], quants=PLAIN),
        Row(sizes=["1.7B"], tags=["Instruct"], quants=[*PLAIN, GGUF]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

SMOLLM_3 = ModelMeta(
    base_name="SmolLM",
    model_version="3",
    model_sizes=["3B"],
    quant_types=[GGUF],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)
SMOLLM_3_128K = SMOLLM_3.but(modifier="128K")

if __name__ == "__main__":
    verify(__file__)

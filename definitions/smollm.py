"""SmolLM, by Hugging Face."""

from codegen.schema import BNB, GGUF, ModelMeta, Row, verify

from ._shared import PLAIN

SMOLLM = ModelMeta(
    org="HuggingFaceTB",
    base_name="SmolLM",
    model_sizes=["135M", "360M", "1.7B"],
    instruct_tags=[None, "Instruct"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

SMOLLM_2 = ModelMeta(
    org="HuggingFaceTB",
    base_name="SmolLM",
    model_version="2",
    instruct_tags=["Instruct"],
    rows=[
        Row(sizes=["135M"], quants=[BNB, GGUF]),
        Row(sizes=["360M"], quants=PLAIN),
        Row(sizes=["1.7B"], quants=[*PLAIN, GGUF]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

SMOLLM_3 = ModelMeta(
    org="HuggingFaceTB",
    base_name="SmolLM",
    model_version="3",
    model_sizes=["3B"],
    quant_types=[GGUF],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)
SMOLLM_3_128K = SMOLLM_3.but(modifier="128K")

if __name__ == "__main__":
    verify(__file__)

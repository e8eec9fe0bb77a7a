"""SmolLM, by Hugging Face."""

from codegen.schema import BNB, GGUF, NONE, ModelMeta, verify

PLAIN = [NONE, BNB]

SMOLLM = ModelMeta(
    org="HuggingFaceTB",
    base_name="SmolLM",
    model_sizes=["135M", "360M", "1.7B"],
    instruct_tags=[None, "Instruct"],
    quant_types=PLAIN,
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

SMOLLM_2 = SMOLLM.but(
    model_version="2",
    instruct_tags=["Instruct"],
    quant_types={"135M": [BNB, GGUF], "360M": PLAIN, "1.7B": [NONE, BNB, GGUF]},
)

SMOLLM_3 = SMOLLM.but(
    model_version="3", model_sizes=["3B"], instruct_tags=[None], quant_types=[GGUF]
)

SMOLLM_3_128K = SMOLLM_3.but(modifier="128K")

if __name__ == "__main__":
    verify(__file__)

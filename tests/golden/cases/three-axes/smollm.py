"""SmolLM, by Hugging Face."""

from codegen.schema import BNB, GGUF, NONE, ModelMeta, Row

SMOLLM = ModelMeta(
    org="HuggingFaceTB",
    base_name="SmolLM",
    rows=[
        Row(versions=[None], sizes=["135M"], tags=[None], quants=[NONE]),
        Row(versions=[None], sizes=["135M"], tags=["Instruct"], quants=[BNB]),
        Row(versions=["2"], sizes=["135M"], tags=["Instruct"], quants=[GGUF]),
        Row(versions=["3"], sizes=["3B"], tags=[None], quants=[GGUF]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

"""SmolLM, by Hugging Face."""

from codegen.schema import BNB, GGUF, ModelMeta, Row, verify

from ._shared import PLAIN

ORG = "HuggingFaceTB"
MODALITY = "text"

SMOLLM = ModelMeta(
    base_name="SmolLM",
    rows=[
        Row(versions=[None], sizes=["135M", "360M", "1.7B"], tags=[None, "Instruct"], quants=PLAIN),
        Row(versions=["2"], sizes=["135M", "1.7B"], tags=[None], quants=PLAIN),
        Row(versions=["2"], sizes=["135M"], tags=["Instruct"], quants=[BNB, GGUF]),
        Row(versions=["2"], sizes=["360M"], tags=["Instruct"], quants=PLAIN),
        Row(versions=["2"], sizes=["1.7B"], tags=["Instruct"], quants=[*PLAIN, GGUF]),
        Row(versions=["3"], sizes=["3B"], tags=[None], quants=[GGUF]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)
SMOLLM_128K = SMOLLM.but(
    modifier="128K", rows=[Row(versions=["3"], sizes=["3B"], tags=[None], quants=[GGUF])]
)

if __name__ == "__main__":
    verify(__file__)

"""Llama's community: TinyLlama, Storm, Reflection, and Tulu by Ai2."""

from codegen.schema import BNB, GGUF, ModelMeta, Row, verify

from ._shared import PLAIN

MODALITY = "text"

TINY_LLAMA = ModelMeta(
    org="TinyLlama",
    base_name="TinyLlama",
    model_sizes=["1.1B"],
    rows=[
        Row(tags=[None], quants=PLAIN),
        Row(tags=["chat"], quants=PLAIN, original="{org}/{base_name}-{size}-Chat-v1.0"),
    ],
    name="{base_name:lower}-{instruct_tag}",
    original="{org}/{base_name}-{size}-intermediate-step-1431k-3T",
)

STORM = ModelMeta(
    org="akjindal53244",
    base_name="Storm",
    model_sizes=["8B"],
    quant_types=PLAIN,
    name="Llama-3.1-{base_name}-{size}",
)

TULU_3 = ModelMeta(
    org="allenai",
    base_name="Tulu",
    model_version="3",
    model_sizes=["8B", "70B"],
    quant_types=PLAIN,
    name="Llama-3.1-{base_name}-{model_version}-{size}",
)

REFLECTION = ModelMeta(
    org="mattshumer",
    base_name="Reflection",
    model_sizes=["70B"],
    quant_types=[BNB],
    name="{base_name}-Llama-3.1-{size}",
)
# Made from the weights that replaced the first ones.
REFLECTION_GGUF = REFLECTION.but(quant_types=[GGUF], original="{org}/ref_70_e3")

if __name__ == "__main__":
    verify(__file__)

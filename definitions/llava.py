"""LLaVA, by the LLaVA team, in the llava-hf copies."""

from codegen.schema import BNB, NONE, ModelMeta, verify

LLAVA_1_5 = ModelMeta(
    org="llava-hf",
    base_name="llava",
    model_version="1.5",
    model_sizes=["7b"],
    quant_types=[NONE, BNB],
    name="{base_name}-{model_version}-{size}-hf",
    is_multimodal=True,
)
LLAVA_1_6 = LLAVA_1_5.but(
    model_version="1.6", name="{base_name}-v{model_version}-mistral-{size}-hf"
)

if __name__ == "__main__":
    verify(__file__)

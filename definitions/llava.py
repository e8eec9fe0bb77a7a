"""LLaVA, in the llava-hf copies."""

from codegen.schema import BNB, NONE, ModelMeta, verify

LLAVA = ModelMeta(
    org="llava-hf",
    base_name="llava",
    model_version=["1.5", "1.6"],
    model_sizes=["7b"],
    quant_types=[NONE, BNB],
    name={
        "1.5": "{base_name}-{model_version}-{size}-hf",
        "1.6": "{base_name}-v{model_version}-mistral-{size}-hf",
    },
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

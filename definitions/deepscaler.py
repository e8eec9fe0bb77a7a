"""DeepScaleR, by Agentica.

DeepSeek-R1-Distill-Qwen-1.5B, trained on.
"""

from codegen.schema import BNB, NONE, UNSLOTH, ModelMeta, verify

DEEPSCALER = ModelMeta(
    org="agentica-org",
    base_name="DeepScaleR",
    model_sizes=["1.5B"],
    instruct_tags=["Preview"],
    quant_types=[NONE, BNB, UNSLOTH],
)

if __name__ == "__main__":
    verify(__file__)

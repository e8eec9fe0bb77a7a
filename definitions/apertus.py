"""Apertus, by the Swiss AI Initiative."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta, verify

MODALITY = "text"

# swiss-ai/Apertus-70B-Instruct-2509: https://huggingface.co/swiss-ai/models
APERTUS = ModelMeta(
    org="swiss-ai",
    base_name="Apertus",
    model_version="2509",
    model_sizes=["8B", "70B"],
    instruct_tags=["Instruct"],
    quant_types=[NONE, UNSLOTH, GGUF],
    name="{base_name}-{size}-{instruct_tag}-{model_version}",
)

if __name__ == "__main__":
    verify(__file__)

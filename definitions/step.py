"""Step, by StepFun."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

MODALITY = "text"

STEP = ModelMeta(
    org="stepfun-ai",
    base_name="Step",
    model_version="3.7-Flash",
    quant_types=[NONE, GGUF],
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

"""Step, by StepFun."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

STEP = ModelMeta(
    org="stepfun-ai",
    base_name="Step",
    rows=[Row(versions=["3.7-Flash"], quants=[NONE, GGUF])],
    modality="vision",
    parameters="198B-A11B",  # https://github.com/vllm-project/recipes
)

if __name__ == "__main__":
    verify(__file__)

"""LFM, by Liquid AI."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta, Row, verify

ORG = "LiquidAI"
MODALITY = "text"

LFM = ModelMeta(
    base_name="LFM",
    rows=[
        Row(versions=["2"], sizes=["350M", "700M", "1.2B"], quants=[NONE, UNSLOTH, GGUF]),
        Row(versions=["2"], sizes=["2.6B"], tags=["Exp"], quants=[NONE, GGUF]),
        Row(versions=["2"], sizes=["8B-A1B"], tags=[None], quants=[NONE, GGUF]),
        Row(versions=["2.5"], sizes=["1.2B"], tags=["Instruct"], quants=[NONE, GGUF]),
        Row(versions=["2.5"], sizes=["1.2B"], tags=["Thinking"], quants=[GGUF]),
        Row(versions=["2.5"], sizes=["230M", "8B-A1B"], tags=[None], quants=[NONE, GGUF]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

LFM_VL = ModelMeta(
    base_name="LFM",
    rows=[Row(versions=["2.5"], sizes=["1.6B"], quants=[GGUF])],
    name="{base_name}{model_version}-VL-{size}",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)

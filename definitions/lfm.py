"""LFM, by Liquid AI."""

from codegen.schema import GGUF, NONE, UNSLOTH, ModelMeta, verify

LFM_2 = ModelMeta(
    org="LiquidAI",
    base_name="LFM",
    model_version="2",
    model_sizes=["350M", "700M", "1.2B", "8B-A1B"],
    quant_types={("350M", "700M", "1.2B"): [NONE, UNSLOTH, GGUF], "8B-A1B": [GGUF]},
    name="{base_name}{model_version}-{size}-{instruct_tag}",
)

LFM_2_EXP = LFM_2.but(model_sizes=["2.6B"], instruct_tags=["Exp"], quant_types=[GGUF])

LFM_2_5 = LFM_2.but(
    model_version="2.5",
    model_sizes=["1.2B"],
    instruct_tags=["Instruct", "Thinking"],
    quant_types={"Instruct": [NONE, GGUF], "Thinking": [GGUF]},
)

LFM_2_5_8B = LFM_2.but(model_version="2.5", model_sizes=["8B-A1B"], quant_types=[GGUF])

LFM_2_5_VL = LFM_2_5_8B.but(
    model_sizes=["1.6B"], name="{base_name}{model_version}-VL-{size}", is_multimodal=True
)

if __name__ == "__main__":
    verify(__file__)

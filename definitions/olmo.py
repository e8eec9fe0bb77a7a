"""OLMo, by the Allen Institute for AI."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, verify

OLMO_2_32B = ModelMeta(
    org="allenai",
    base_name="OLMo",
    model_version="2",
    model_sizes=["32B"],
    instruct_tags=["Instruct"],
    quant_types=[NONE, BNB, UNSLOTH],
    name="{base_name}-{model_version}-0325-{size}-{instruct_tag}",
)

OLMO_2_1B = OLMO_2_32B.but(
    model_sizes=["1B"],
    quant_types=[GGUF],
    name="{base_name}-{model_version}-0425-{size}-{instruct_tag}",
)

OLMO_3 = ModelMeta(
    org="allenai",
    base_name="Olmo",
    model_version="3",
    model_sizes=["7B"],
    instruct_tags=["Instruct", "Think"],
    quant_types={"Instruct": [NONE, UNSLOTH, GGUF], "Think": [NONE, GGUF]},
)

OLMO_3_32B = OLMO_3.but(
    model_sizes=["32B"], instruct_tags=["Think"], quant_types=[NONE, UNSLOTH, GGUF]
)

OLMO_3_1 = OLMO_3.but(
    model_version="3.1",
    model_sizes=["32B"],
    quant_types={"Instruct": [NONE, GGUF], "Think": [GGUF]},
)

if __name__ == "__main__":
    verify(__file__)

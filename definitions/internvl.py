"""InternVL, by OpenGVLab."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

INTERNVL_3 = ModelMeta(
    org="OpenGVLab",
    base_name="InternVL",
    model_version="3",
    model_sizes=["1B", "2B", "8B", "14B", "38B", "78B"],
    quant_types={("1B", "2B", "8B"): [NONE, GGUF], ("14B", "38B", "78B"): [GGUF]},
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    is_multimodal=True,
)

INTERNVL_3_INSTRUCT = INTERNVL_3.but(
    model_sizes=["2B", "8B", "14B"], instruct_tags=["Instruct"], quant_types=[GGUF]
)

INTERNVL_3_5 = INTERNVL_3.but(model_version="3_5", model_sizes=["14B"], quant_types=[GGUF])

if __name__ == "__main__":
    verify(__file__)

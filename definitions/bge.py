"""BGE, by the Beijing Academy of Artificial Intelligence."""

from codegen.schema import GGUF, NONE, ModelMeta, verify

ORG = "BAAI"

BGE_M3 = ModelMeta(base_name="bge", model_version="m3", quant_types=[NONE], modality="embedding")

BGE_SMALL = ModelMeta(
    base_name="bge",
    model_version="v1.5",
    model_sizes=["small"],
    quant_types=[NONE, GGUF],
    name="{base_name}-{size}-en-{model_version}",
    modality="embedding",
)

if __name__ == "__main__":
    verify(__file__)

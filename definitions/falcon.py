"""Falcon, by the Technology Innovation Institute."""

from codegen.schema import NONE, ModelMeta, verify

MODALITY = "text"

FALCON_H1 = ModelMeta(
    org="tiiuae",
    base_name="Falcon",
    model_version="H1",
    model_sizes=["0.5B"],
    instruct_tags=["Instruct"],
    quant_types=[NONE],
)

if __name__ == "__main__":
    verify(__file__)

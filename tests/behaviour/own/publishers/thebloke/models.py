"""Llama 2, Mistral and Code Llama, quantized by TheBloke."""

from hubenum.schema import AWQ, GGUF, GPTQ, ModelMeta, Quant, Row

FP16 = Quant("FP16", "fp16", "16-bit weights of a release in another format: transformers")
ALL = [GGUF, GPTQ, AWQ]

LLAMA_2 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="2",
    original="{org}/Llama-{model_version}-{size:lower}-{instruct_tag:lower}-hf",
    rows=[
        Row(sizes=["7B", "13B"], tags=[None], quants=ALL),
        Row(sizes=["7B"], tags=["Chat"], quants=ALL),
        Row(sizes=["13B"], tags=["chat"], quants=ALL),
    ],
)
MISTRAL_7B = ModelMeta(
    org="mistralai",
    base_name="Mistral",
    name="{base_name}-{size}-{instruct_tag}-v{model_version}",
    rows=[Row(versions=["0.1", "0.2"], sizes=["7B"], tags=["Instruct"], quants=ALL)],
)
CODE_LLAMA = ModelMeta(
    org="codellama",
    base_name="CodeLlama",
    model_sizes=["7B"],
    quant_types=[FP16, GGUF],
    original="{org}/{base_name}-{size:lower}-hf",
)

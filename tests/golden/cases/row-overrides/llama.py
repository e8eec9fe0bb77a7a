"""Llama, by Meta."""

from codegen.schema import FP8, GGUF, NONE, ModelMeta, Row

# Each row overrides one field of the definition; the last one overrides none.
LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    rows=[
        Row(sizes=["1B"], quants=[GGUF], name="Small-{base_name}-{model_version}-{size}"),
        Row(sizes=["8B"], quants=[GGUF], original="{org}/Meta-{name}"),
        Row(sizes=["9B"], quants=[GGUF], original=None, mirrors=[], upstream_quants=[]),
        Row(sizes=["70B"], quants=[GGUF], mirrors=["RedHatAI/{name}-FP8"]),
        Row(sizes=["80B"], quants=[GGUF], mirrors=[]),
        Row(sizes=["90B"], quants=[NONE, GGUF], upstream_quants=[]),
        Row(sizes=["405B"], quants=[GGUF]),
    ],
    mirrors=["NousResearch/{name}"],
    upstream_quants=[FP8],
)

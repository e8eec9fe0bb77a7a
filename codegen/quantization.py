"""Quantizations: the built-in ones, and how a project declares its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__: list[str] = [
    "AWQ",
    "BF16",
    "BNB",
    "BNB_8BIT",
    "BUILT_IN",
    "COMFYUI",
    "EXL2",
    "EXL3",
    "FP8",
    "FP8_BLOCK",
    "FP8_DYNAMIC",
    "GGUF",
    "GPTQ",
    "GPTQ_INT4",
    "GPTQ_INT8",
    "HQQ",
    "INT4",
    "INT8",
    "MLX_2BIT",
    "MLX_3BIT",
    "MLX_4BIT",
    "MLX_4BIT_DWQ",
    "MLX_5BIT",
    "MLX_6BIT",
    "MLX_8BIT",
    "MXFP4",
    "MXFP8",
    "NF4",
    "NONE",
    "NVFP4",
    "ONNX",
    "TORCHAO_FP8",
    "UD_GGUF",
    "UD_MLX_3BIT",
    "UD_MLX_4BIT",
    "UD_MLX_6BIT",
    "UD_MLX_MXFP4",
    "UD_MLX_NVFP4",
    "UNSLOTH",
    "W4A16",
    "W8A8",
    "W8A16",
    "Quant",
]

_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
_TAG = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Quant:
    """A quantization or format: `AWQ = Quant("AWQ", "AWQ", "AWQ, 4-bit: vLLM, transformers")`.

    Two quantizations with the same name are equal, even if their tags differ.
    """

    name: str
    """Its name in `QuantType` and in constants: "BNB"."""
    tags: tuple[str, ...] = field(compare=False)
    """The tags that repo names end in. Names are written with the first, and recognized by any of
    them, in any letter case."""
    doc: str = field(compare=False)
    """One line: what it is and, after a colon, what runs it."""

    def __init__(self, name: str, tags: str | Sequence[str], doc: str) -> None:
        """Raises ValueError if the name, a tag or the doc is malformed."""
        several = (tags,) if isinstance(tags, str) else tuple(tags)
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a constant name: write capitals, digits and _")
        if name == "NONE" and several:
            raise ValueError(f"NONE means not quantized: it cannot have the tag {several[0]!r}")
        if name != "NONE" and (not several or not all(map(_TAG.fullmatch, several))):
            raise ValueError(f"{name} needs a tag that ends repo names, not {tags!r}")
        if not doc.strip() or not doc.isprintable():
            raise ValueError(f"{name} needs one line that says what it is and what runs it")
        for slot, value in (("name", name), ("tags", several), ("doc", doc.removesuffix("."))):
            object.__setattr__(self, slot, value)

    @property
    def tag(self) -> str:
        """The tag that repo names are written with; "" for NONE."""
        return self.tags[0] if self.tags else ""

    def tagged(self, *tags: str) -> "Quant":
        """Return the same quantization with other tags: `MLX_4BIT = MLX_4BIT.tagged("4bit")`."""
        return Quant(self.name, tags, self.doc)

    def __repr__(self) -> str:
        return self.name


NONE = Quant("NONE", (), "Not quantized; the 16-bit upload, or the format of the release itself")
BNB = Quant("BNB", "bnb-4bit", "bitsandbytes, 4-bit: transformers, Unsloth, vLLM")
UNSLOTH = Quant(
    "UNSLOTH",
    ["unsloth-bnb-4bit", "dynamic-bnb-4bit"],
    "Dynamic 4-bit bitsandbytes: transformers, Unsloth, vLLM; sensitive layers stay in 16-bit",
)
BNB_8BIT = Quant("BNB_8BIT", ["unsloth-bnb-8bit", "bnb-8bit"], "bitsandbytes, 8-bit: transformers")
GGUF = Quant(
    "GGUF", "GGUF", "GGUF files, usually of several bit widths: llama.cpp, Ollama, LM Studio"
)
UD_GGUF = Quant("UD_GGUF", ["GGUF-UD", "UD-GGUF"], "Dynamic GGUF files only: llama.cpp, Ollama")
BF16 = Quant("BF16", "BF16", "A bfloat16 copy of a release in another format: transformers, vLLM")
FP8 = Quant("FP8", "FP8", "8-bit floating point: vLLM, SGLang, transformers")
FP8_DYNAMIC = Quant(
    "FP8_DYNAMIC",
    "FP8-Dynamic",
    "8-bit floating point, activations scaled at run time: vLLM, SGLang",
)
FP8_BLOCK = Quant("FP8_BLOCK", "FP8-Block", "8-bit floating point, scaled by block: vLLM, SGLang")
TORCHAO_FP8 = Quant(
    "TORCHAO_FP8",
    ["torchao-FP8", "FP8-torchao"],
    "8-bit floating point made with torchao: transformers, vLLM",
)
AWQ = Quant("AWQ", ["AWQ", "AWQ-4bit", "AWQ-INT4"], "AWQ, 4-bit: vLLM, SGLang, TGI, transformers")
GPTQ = Quant("GPTQ", "GPTQ", "GPTQ, usually 4-bit: vLLM, TGI, transformers")
GPTQ_INT4 = Quant("GPTQ_INT4", ["GPTQ-Int4", "GPTQ-4bit"], "GPTQ, 4-bit: vLLM, TGI, transformers")
GPTQ_INT8 = Quant("GPTQ_INT8", ["GPTQ-Int8", "GPTQ-8bit"], "GPTQ, 8-bit: vLLM, TGI, transformers")
W4A16 = Quant("W4A16", ["quantized.w4a16", "W4A16"], "4-bit weights, 16-bit activations: vLLM")
W8A8 = Quant("W8A8", ["quantized.w8a8", "W8A8"], "8-bit weights and activations: vLLM")
W8A16 = Quant("W8A16", ["quantized.w8a16", "W8A16"], "8-bit weights, 16-bit activations: vLLM")
INT4 = Quant("INT4", "INT4", "4-bit integer weights: vLLM, transformers")
INT8 = Quant("INT8", "INT8", "8-bit integer weights: vLLM, transformers")
MXFP4 = Quant("MXFP4", "MXFP4", "Microscaling 4-bit floating point: vLLM, SGLang, transformers")
MXFP8 = Quant("MXFP8", "MXFP8", "Microscaling 8-bit floating point: vLLM, SGLang")
NVFP4 = Quant("NVFP4", "NVFP4", "NVIDIA's 4-bit floating point, for Blackwell: vLLM, TensorRT-LLM")
NF4 = Quant("NF4", ["nf4", "bnb-nf4"], "4-bit NormalFloat weights: diffusers, transformers")
HQQ = Quant("HQQ", ["HQQ", "HQQ-4bit"], "Half-quadratic quantization: transformers, vLLM")
EXL2 = Quant("EXL2", "exl2", "ExLlamaV2, bit widths in branches: ExLlamaV2, TabbyAPI")
EXL3 = Quant("EXL3", "exl3", "ExLlamaV3, bit widths in branches: ExLlamaV3, TabbyAPI")
MLX_2BIT = Quant("MLX_2BIT", ["MLX-2bit", "2bit"], "MLX, 2-bit: mlx-lm on Apple silicon")
MLX_3BIT = Quant("MLX_3BIT", ["MLX-3bit", "3bit"], "MLX, 3-bit: mlx-lm on Apple silicon")
MLX_4BIT = Quant("MLX_4BIT", ["MLX-4bit", "4bit"], "MLX, 4-bit: mlx-lm on Apple silicon")
MLX_4BIT_DWQ = Quant(
    "MLX_4BIT_DWQ",
    ["MLX-4bit-DWQ", "4bit-DWQ"],
    "MLX, 4-bit with distilled weights: mlx-lm on Apple silicon",
)
MLX_5BIT = Quant("MLX_5BIT", ["MLX-5bit", "5bit"], "MLX, 5-bit: mlx-lm on Apple silicon")
MLX_6BIT = Quant("MLX_6BIT", ["MLX-6bit", "6bit"], "MLX, 6-bit: mlx-lm on Apple silicon")
MLX_8BIT = Quant("MLX_8BIT", ["MLX-8bit", "8bit"], "MLX, 8-bit: mlx-lm on Apple silicon")
UD_MLX_3BIT = Quant("UD_MLX_3BIT", "UD-MLX-3bit", "Dynamic MLX, 3-bit: mlx-lm on Apple silicon")
UD_MLX_4BIT = Quant(
    "UD_MLX_4BIT", ["UD-MLX-4bit", "MLX-UD-4bit"], "Dynamic MLX, 4-bit: mlx-lm on Apple silicon"
)
UD_MLX_6BIT = Quant("UD_MLX_6BIT", "UD-MLX-6bit", "Dynamic MLX, 6-bit: mlx-lm on Apple silicon")
UD_MLX_MXFP4 = Quant(
    "UD_MLX_MXFP4", "UD-MLX-MXFP4", "Dynamic MLX in MXFP4: mlx-lm on Apple silicon"
)
UD_MLX_NVFP4 = Quant(
    "UD_MLX_NVFP4", "UD-MLX-NVFP4", "Dynamic MLX in NVFP4: mlx-lm on Apple silicon"
)
ONNX = Quant("ONNX", "ONNX", "ONNX graphs: ONNX Runtime, Transformers.js")
COMFYUI = Quant("COMFYUI", "ComfyUI", "Files repackaged for ComfyUI")

BUILT_IN = tuple(value for value in vars().copy().values() if isinstance(value, Quant))
"""In the order in which models of one size and tag are listed; a project's own come after."""

"""What a definition may say. The only module that a file in `definitions/` imports.

`ModelMeta` takes whatever it is given: what is wrong with it is found by `codegen.validate`, so
that all mistakes of all files are collected and printed once.
"""

import dataclasses
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar

from .problem import Where

__all__ = [
    "BF16",
    "BNB",
    "BNB_8BIT",
    "COMFYUI",
    "FP8",
    "FP8_BLOCK",
    "FP8_DYNAMIC",
    "GGUF",
    "MLX_8BIT",
    "NF4",
    "NONE",
    "NVFP4",
    "TORCHAO_FP8",
    "UD_GGUF",
    "UD_MLX_3BIT",
    "UD_MLX_4BIT",
    "UD_MLX_6BIT",
    "UD_MLX_MXFP4",
    "UD_MLX_NVFP4",
    "UNSLOTH",
    "Modality",
    "ModelMeta",
    "QuantType",
    "Retired",
    "verify",
]


class QuantType(StrEnum):
    """A kind of quantisation. The value is the tag that ends the repo name, "" for none.

    Order matters: models of one size and tag are listed in it.
    """

    NONE = ""
    """Not quantised: the 16-bit upload, or the format of the release itself."""
    BNB = "bnb-4bit"
    """bitsandbytes, 4 bits."""
    UNSLOTH = "unsloth-bnb-4bit"
    """Dynamic bitsandbytes 4 bits: the layers that suffer most are left in 16 bits."""
    BNB_8BIT = "unsloth-bnb-8bit"
    """bitsandbytes, 8 bits."""
    GGUF = "GGUF"
    """GGUF files for llama.cpp, usually of several bit widths."""
    UD_GGUF = "GGUF-UD"
    """GGUF files of the dynamic kind only."""
    BF16 = "BF16"
    """A bfloat16 copy of a release that came in another format."""
    FP8 = "FP8"
    """8-bit floating point."""
    FP8_DYNAMIC = "FP8-Dynamic"
    """8-bit floating point, activations scaled at run time."""
    FP8_BLOCK = "FP8-Block"
    """8-bit floating point, scaled by block."""
    TORCHAO_FP8 = "torchao-FP8"
    """8-bit floating point made with torchao."""
    NVFP4 = "NVFP4"
    """NVIDIA's 4-bit floating point."""
    NF4 = "nf4"
    """4-bit NormalFloat weights."""
    MLX_8BIT = "MLX-8bit"
    """MLX, 8 bits."""
    UD_MLX_3BIT = "UD-MLX-3bit"
    """Dynamic MLX, 3 bits."""
    UD_MLX_4BIT = "UD-MLX-4bit"
    """Dynamic MLX, 4 bits."""
    UD_MLX_6BIT = "UD-MLX-6bit"
    """Dynamic MLX, 6 bits."""
    UD_MLX_MXFP4 = "UD-MLX-MXFP4"
    """Dynamic MLX in MXFP4."""
    UD_MLX_NVFP4 = "UD-MLX-NVFP4"
    """Dynamic MLX in NVFP4."""
    COMFYUI = "ComfyUI"
    """Files repacked for ComfyUI."""


NONE = QuantType.NONE
BNB = QuantType.BNB
UNSLOTH = QuantType.UNSLOTH
BNB_8BIT = QuantType.BNB_8BIT
GGUF = QuantType.GGUF
UD_GGUF = QuantType.UD_GGUF
BF16 = QuantType.BF16
FP8 = QuantType.FP8
FP8_DYNAMIC = QuantType.FP8_DYNAMIC
FP8_BLOCK = QuantType.FP8_BLOCK
TORCHAO_FP8 = QuantType.TORCHAO_FP8
NVFP4 = QuantType.NVFP4
NF4 = QuantType.NF4
MLX_8BIT = QuantType.MLX_8BIT
UD_MLX_3BIT = QuantType.UD_MLX_3BIT
UD_MLX_4BIT = QuantType.UD_MLX_4BIT
UD_MLX_6BIT = QuantType.UD_MLX_6BIT
UD_MLX_MXFP4 = QuantType.UD_MLX_MXFP4
UD_MLX_NVFP4 = QuantType.UD_MLX_NVFP4
COMFYUI = QuantType.COMFYUI

Modality = Literal["text", "vision", "speech", "code", "embedding", "image", "video"]
"""What a model is for, as its publisher's model card states it."""

AxisKey = str | None | tuple[str | None, ...]
_T = TypeVar("_T")
PerAxis: TypeAlias = _T | Mapping[AxisKey, "PerAxis[_T]"]
"""One value for all of a definition, or a dict per size, version or tag, of values or of dicts."""

Quants = Sequence[QuantType]


def _caller() -> Where:
    """Where the record being made is written: the frame that called into this module."""
    own = {__file__, dataclasses.__file__, "<string>"}  # the last is the generated __init__
    frame = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
    while frame.f_code.co_filename in own and frame.f_back:
        frame = frame.f_back
    return Where(Path(frame.f_code.co_filename), frame.f_lineno)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ModelMeta:
    """One rectangle of a release: sizes x instruct tags x quantisations, named by one template.

    Templates hold the fields `{org}`, `{base_name}`, `{model_version}`, `{size}`,
    `{instruct_tag}`, `{modifier}` and `{quant}`; a field that is None or "" takes the hyphen,
    underscore or dot before it along. `{size:upper}` and `{size:lower}` change letter case.
    """

    org: str
    """The publisher of the upstream repos, as the Hub spells it: "meta-llama"."""
    base_name: str
    """The name of the line of models: "Llama"."""
    quant_types: PerAxis[Quants | None]
    """Which uploads exist: a list, or a dict per size (or per version, or per tag: whichever the
    keys name; a key may be a tuple of several, a value a dict along another axis, which
    may leave out what does not exist); None, for all or for one, where there is no upload and
    only the upstream repo is listed."""
    model_sizes: Sequence[str | None] = (None,)
    """The sizes as they stand in the repo name, `["8B", "70B"]`; left out if it names none."""
    model_version: str | Sequence[str | None] | None = None
    """The version as it stands in the repo name, a string: "3.1"; a list where several versions
    have the same sizes, tags and quantisations."""
    instruct_tags: Sequence[str | None] = (None,)
    """The instruct tags, None for a name without one: `[None, "Instruct"]`."""
    modifier: str | None = None
    """What sets this upload apart from the plain one of the same model ("128K", "MTP", "qat");
    stands after the name, before the quant tag, unless the template places `{modifier}`."""
    name: PerAxis[str] = "{base_name}-{model_version}-{size}-{instruct_tag}"
    """The template of the repo name, or a dict of them; the quant tag is appended unless it places
    `{quant}`."""
    spelled: Sequence[str] = ()
    """Repo names that exist in another letter case than the template gives, as they are spelled:
    `["gemma-3-12B-it-FP8-Dynamic"]`."""
    original: PerAxis[str | None] = "{org}/{name}"
    """The template of the upstream repo id, where `{name}` is the repo name without modifier and
    quant tag; a dict per size, version or tag; None where there is no upstream repo."""
    upstream_quants: PerAxis[Quants] = ()
    """Quantised repos that the publisher has beside the original, named like it plus the tag."""
    mirrors: PerAxis[Sequence[str]] = ()
    """Templates of copies of the original that other publishers hold, `["NousResearch/{name}"]`;
    or a dict, which may leave out what has none."""
    quant_tags: Mapping[QuantType, str] = field(default_factory=dict[QuantType, str])
    """Quant tags that this release spells differently: `{BF16: "bf16"}`."""
    uploader: str | None = None
    """The namespace of the uploads, where it is not the one that [tool.hubenum] sets."""
    is_multimodal: PerAxis[bool] | None = None
    """Whether the model takes or gives more than text, or a dict; left out, the modality says."""
    modality: Modality | None = None
    """What the model is for, where it is not "text", or "vision" for a multimodal one."""
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    """Constant names to use instead of the made ones: `{"unsloth/Phi-4": "PHI_4_CAPITAL"}`."""
    summary: str | None = None
    """One line on the models, for the docstring under each of them."""
    where: Where = field(default_factory=_caller, init=False, repr=False)
    """Where this definition is written (found out, not stated)."""

    def but(self, **changes: Any) -> "ModelMeta":
        """The same with other values for some fields: what a release shares with another is said
        once. `QWEN_3.but(model_sizes=["8B"], modifier="128K", quant_types=[GGUF])`.

        Raises TypeError for a field that there is not.
        """
        return dataclasses.replace(self, **changes)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Retired:
    """A name that `Models` had, and the id it carried: an entry of the module's `RETIRED` list.

    Old code goes on to work, with a warning, where something replaces it; where nothing does, the
    error says why. The name may be in use still if it now carries the id that replaces this one.
    """

    name: str
    """The constant: "LLAMA_3_1_8B"."""
    repo_id: str
    """The id it carried, exactly as it was: "unsloth/Meta-Llama-3.1-8B"."""
    why: str
    """The reason, as it stands after a colon in a message: "the repo was renamed"."""
    since: str
    """The day it was retired: "2026-11-25"."""
    replaced_by: str | None = None
    """The id to use instead, `repo_id` itself if only the constant is another; None for nothing.
    An id that is itself retired since leads on to what replaced that."""
    where: Where = field(default_factory=_caller, init=False, repr=False)
    """Where this entry is written (found out, not stated)."""


def verify(file: str) -> None:
    """Check the family of a definition file on the Hub and exit: `python -m definitions.llama`.

    Prints a line per model; exits 1 if one is missing, 2 if the Hub could not be asked.
    """
    from .cli.main import main  # the command line imports this module

    path = Path(file).resolve()
    main(["verify", "-v", path.stem], definitions=path.parent)

"""The fields of a definition. The only module that files in `definitions/` import.

`ModelMeta` accepts any value. `codegen.load.validate` checks the values later, so that all mistakes
of all files are collected and printed once.
"""

import dataclasses
import re
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from . import quantization
from .problem import Where
from .quantization import *  # noqa: F403
from .quantization import Quant

__all__: list[str] = ["Modality", "ModelMeta", "Retired", "Row", "verify"]
__all__ += quantization.__all__


class Modality(str):
    """What a model is for: `OCR = Modality("ocr", is_multimodal=True)` declares one of your own."""

    __slots__ = ("is_multimodal",)
    is_multimodal: bool
    """Whether such a model takes or produces more than text."""

    def __new__(cls, name: str, *, is_multimodal: bool) -> "Modality":
        """Raises ValueError for a name that is not lower-case letters, digits and hyphens."""
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
            raise ValueError(f"{name!r} is not a modality: write lower-case letters and digits")
        if type(is_multimodal) is not bool:
            raise ValueError(f"is_multimodal is {is_multimodal!r}: write True or False")
        modality = super().__new__(cls, name)
        modality.is_multimodal = is_multimodal
        return modality


MODALITIES: Mapping[str, Modality] = {
    name: Modality(name, is_multimodal=is_multimodal)
    for name, is_multimodal in (
        ("text", False),
        ("vision", True),
        ("speech", True),
        ("code", False),
        ("embedding", False),
        ("image", True),
        ("video", True),
    )
}
"""The built-in modalities, by name."""

Quants = Sequence[Quant]


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the three ways in which the models of a release differ."""

    field: str
    """Its field in templates."""
    in_meta: str
    """The field of `ModelMeta` that states it."""
    in_row: str
    """The field of `Row` that states its values."""
    word: str
    """Its name in messages."""
    absent: object
    """The value in `ModelMeta` if it is not stated."""


AXES = (
    Axis("model_version", "model_version", "versions", "version", None),
    Axis("size", "model_sizes", "sizes", "size", (None,)),
    Axis("instruct_tag", "instruct_tags", "tags", "tag", (None,)),
)

_WAYS: Mapping[str, object] = {"quant_types": (), "rows": (), "originals_only": False}
"""The three ways to state which uploads exist, with their defaults."""

INHERITED: Any = object()
"""The value of a `Row` field that is not stated: the definition's value applies."""


def _caller() -> Where:
    """Where a record is written: the frame that called into this module."""
    own = {__file__, dataclasses.__file__, "<string>"}  # the last is the generated __init__
    frame = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
    while frame.f_code.co_filename in own and frame.f_back:
        frame = frame.f_back
    return Where(Path(frame.f_code.co_filename), frame.f_lineno)


_created: ContextVar[list[Any] | None] = ContextVar("_created", default=None)


@contextmanager
def recording() -> Generator[list[Any]]:
    """Collect every record that is made within the block, so that none can be lost."""
    created: list[Any] = []
    token = _created.set(created)
    try:
        yield created
    finally:
        _created.reset(token)


def _record(made: "ModelMeta | Row | Retired") -> None:
    if (created := _created.get()) is not None:
        created.append(made)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """A rectangle of versions, sizes and tags, all of whose models exist in the same quantizations.

    A field that a row leaves out has the definition's value.
    """

    versions: Sequence[str | None] = INHERITED
    """The versions as they stand in the repo name, `["v0.1", "v0.2"]`."""
    sizes: Sequence[str | None] = INHERITED
    """The sizes as they stand in the repo name, `["8B", "70B"]`; None for a name without one."""
    tags: Sequence[str | None] = INHERITED
    """The instruct tags, `[None, "Instruct"]`; None for a name without one."""
    quants: Quants = ()
    """The quantizations that were uploaded."""
    originals_only: bool = False
    """Whether there are no uploads, only the publisher's own repos."""
    name: str = INHERITED
    """The template of the repo name."""
    original: str | None = INHERITED
    """The template of the original's repo id; None if there is no original."""
    mirrors: Sequence[str] = INHERITED
    """Templates of copies of the original that others publish."""
    upstream_quants: Quants = INHERITED
    """Quantized repos that the publisher has in addition to the original."""
    former: Sequence[str] = INHERITED
    """Templates of the ids that the original had before its publisher renamed it."""
    spelled: Sequence[str] = ()
    """Repo names of this row that exist in another letter case than the template gives."""
    is_multimodal: bool | None = INHERITED
    """Whether the models take or produce more than text; None if unknown."""
    modality: str | None = INHERITED
    """What the models are for; None if unknown."""
    parameters: str | None = INHERITED
    """The number of parameters, if the size does not give it: "21B", "355B-A32B" (32B active)."""
    active_parameters: str | None = INHERITED
    """The number of parameters used per token, if the size does not give it: "3.6B"."""
    untagged: Literal["base", "chat"] | None = INHERITED
    """What a model without an instruct tag is; None if unknown."""
    where: Where = field(default_factory=_caller, init=False, repr=False)
    """Where this row is written (recorded, not stated)."""

    def __post_init__(self) -> None:
        _record(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ModelMeta:
    """One release: sizes x instruct tags x quantizations, or rows of them, named by one template.

    Templates hold the fields `{org}`, `{base_name}`, `{model_version}`, `{size}`,
    `{instruct_tag}`, `{modifier}` and `{quant}`; a field that is None or "" takes the hyphen,
    underscore or dot before it along. `{size:upper}` and `{size:lower}` change letter case.
    """

    org: str = ""
    """The publisher of the original repos, as the Hub spells it: "meta-llama". If left out, the
    ORG of the file."""
    base_name: str
    """The name of the line of models: "Llama"."""
    model_version: str | None = None
    """The version as it stands in the repo name: "3.1"."""
    model_sizes: Sequence[str | None] = (None,)
    """The sizes as they stand in the repo name, `["8B", "70B"]`; left out if it names none."""
    instruct_tags: Sequence[str | None] = (None,)
    """The instruct tags, None for a name without one: `[None, "Instruct"]`."""
    quant_types: Quants = ()
    """The quantizations that were uploaded, if they are the same for every size and tag."""
    rows: Sequence[Row] = ()
    """What was uploaded, if that differs by size, tag or version; instead of `quant_types`."""
    originals_only: bool = False
    """Whether there are no uploads, only the publisher's own repos."""
    modifier: str | None = None
    """What sets this upload apart from the plain one of the same model ("128K", "MTP", "qat");
    stands after the name, before the quant tag, unless the template places `{modifier}`."""
    name: str = "{base_name}-{model_version}-{size}-{instruct_tag}"
    """The template of the repo name; the quant tag is appended unless it places `{quant}`."""
    spelled: Sequence[str] = ()
    """Repo names that exist in another letter case than the template gives:
    `["gemma-3-12B-it-FP8-Dynamic"]`."""
    original: str | None = "{org}/{name}"
    """The template of the original's repo id, where `{name}` is the repo name without modifier and
    quant tag; None if there is no original."""
    upstream_quants: Quants = ()
    """Quantized repos that the publisher also has, named like the original plus the tag."""
    mirrors: Sequence[str] = ()
    """Templates of copies of the original that others publish, `["NousResearch/{name}"]`."""
    quant_tags: Mapping[Quant, str] = field(default_factory=dict[Quant, str])
    """Quant tags that this release spells differently: `{BF16: "bf16"}`."""
    uploader: str | None = None
    """The namespace of the uploads, if it is not the one that [tool.hubenum] sets."""
    former: Sequence[str] = ()
    """Templates of the ids that the original had before its publisher renamed it,
    `["CohereForAI/{name}"]`."""
    is_multimodal: bool | None = None
    """Whether the models take or produce more than text; None if the modality implies it or if
    unknown."""
    modality: str | None = None
    """What the models are for: "text", "vision", "speech", "code", "embedding", "image", "video",
    or a `Modality` of your own. If left out, the MODALITY of the file; None if that is, too."""
    parameters: str | None = None
    """The number of parameters, if the size does not give it: "21B", "355B-A32B" (32B active)."""
    active_parameters: str | None = None
    """The number of parameters used per token, if the size does not give it: "3.6B"."""
    untagged: Literal["base", "chat"] | None = None
    """What a model without an instruct tag is; None if unknown."""
    license: str | None = None
    """The license as the Hub names it, "apache-2.0"; state its source in a comment."""
    context_length: int | None = None
    """The longest context in tokens, 131072; state its source in a comment."""
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    """Constant names that replace the derived ones: `{"unsloth/Phi-4": "PHI_4_CAPITAL"}`."""
    revisions: Mapping[str, str | Sequence[str]] = field(
        default_factory=dict[str, str | Sequence[str]]
    )
    """Revisions by repo id: the branches that hold variants, `{"acme/Llama-EXL2": ["4.0bpw"]}`, or
    the one commit, tag or branch that the repo is pinned to, `{"acme/Llama": "0e9e39f"}`."""
    summary: str | None = None
    """One line on the models, for the docstring under each of them."""
    where: Where = field(default_factory=_caller, init=False, repr=False)
    """Where this definition is written (recorded, not stated)."""
    base: "ModelMeta | None" = field(default=None, init=False, repr=False)
    """The definition that `.but` was called on, if any (recorded, not stated)."""

    def __post_init__(self) -> None:
        _record(self)

    def but(self, **changes: Any) -> "ModelMeta":
        """Copy this definition with other values for some fields: for a second name, template or
        modifier of the same release. `QWEN_3.but(model_sizes=["8B"], modifier="128K",
        quant_types=[GGUF])`.

        `quant_types`, `rows` and `originals_only` replace each other; rows also replace each axis
        that all of them state. Raises TypeError for an unknown field.
        """
        reset: dict[str, Any] = {}
        if not _WAYS.keys().isdisjoint(changes):
            reset = dict(_WAYS)
        if rows := cast("Sequence[Row]", changes.get("rows")):
            for axis in AXES:
                if all(getattr(row, axis.in_row, INHERITED) is not INHERITED for row in rows):
                    reset[axis.in_meta] = axis.absent
        derived = dataclasses.replace(self, **(reset | changes))
        object.__setattr__(derived, "base", self)
        return derived


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Retired:
    """A name that was once in `Models`, with its id: an entry of the module's `RETIRED` list.

    Old code keeps working, with a warning, if there is a replacement; otherwise the error gives the
    reason. The name may still be in use if its new id is the replacement.
    """

    name: str
    """The constant: "LLAMA_3_1_8B"."""
    repo_id: str
    """The id it had, exactly as it was: "unsloth/Meta-Llama-3.1-8B"."""
    why: str
    """The reason, worded to follow a colon in a message: "the repo was renamed"."""
    since: str
    """The day it was retired: "2026-11-25"."""
    replaced_by: str | None = None
    """The id to use instead; `repo_id` itself if only the constant changed; None if there is none.
    If that id is retired too, its own replacement counts."""
    where: Where = field(default_factory=_caller, init=False, repr=False)
    """Where this entry is written (recorded, not stated)."""

    def __post_init__(self) -> None:
        _record(self)


def verify(file: str) -> None:
    """Check the family of a definition file on the Hub and exit: `python -m definitions.llama`.

    Prints a line per model; exits 1 if one is missing, 2 if the Hub could not be asked.
    """
    from .cli.main import main  # the command line imports this module

    path = Path(file).resolve()
    main(["verify", "-v", path.stem], definitions=path.parent)

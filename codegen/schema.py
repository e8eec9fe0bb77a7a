"""The fields of a definition: the only module that files in `definitions/` import.

`ModelMeta` accepts any value. `codegen.load.validate` checks the values later, so that the mistakes
of all files are printed together.
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
    """What models are for. Declare your own with `OCR = Modality("ocr", is_multimodal=True)`."""

    __slots__ = ("is_multimodal",)
    is_multimodal: bool
    """Whether these models take or produce more than text."""

    def __new__(cls, name: str, *, is_multimodal: bool) -> "Modality":
        """Raises ValueError if the name has other characters than a-z, 0-9 and hyphens."""
        if type(is_multimodal) is not bool or not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
            raise ValueError(f"{name!r} needs lower-case letters or digits, and True or False")
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
    """Models of a release that exist in the same quantizations.

    All of its versions exist in all of its sizes with all of its tags, in all of its quantizations.
    If a row leaves out a field, the value of the definition applies.
    """

    versions: Sequence[str | None] = INHERITED
    """The versions as the repo names spell them: `["v0.1", "v0.2"]`."""
    sizes: Sequence[str | None] = INHERITED
    """The sizes as the repo names spell them: `["8B", "70B"]`. None means a name without a size."""
    tags: Sequence[str | None] = INHERITED
    """The instruct tags: `[None, "Instruct"]`. None means a name without a tag."""
    quants: Quants = ()
    """The quantizations that were uploaded."""
    originals_only: bool = False
    """Whether there are no uploads, only the publisher's own repos."""
    name: str = INHERITED
    """The template of the repo name."""
    original: str | None = INHERITED
    """The template of the original's repo id; None if there is no original."""
    mirrors: Sequence[str] = INHERITED
    """Templates of copies of the original by other publishers."""
    upstream_quants: Quants = INHERITED
    """Quantized repos that the publisher has in addition to the original."""
    former: Sequence[str] = INHERITED
    """Templates of the ids that the original had before its publisher renamed it."""
    spelled: Sequence[str] = ()
    """Repo names of these models that exist in another letter case than the template gives."""
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
    """One release: every size with every instruct tag in every quantization, or rows of these.

    Templates have the fields `{org}`, `{base_name}`, `{model_version}`, `{size}`, `{instruct_tag}`,
    `{modifier}` and `{quant}`. A field that is None or "" is left out, together with the hyphen,
    underscore or dot before it. `{size:upper}` and `{size:lower}` change the letter case.
    """

    org: str = ""
    """The publisher of the originals, as the Hub spells it: "meta-llama". The default is the `ORG`
    of the file."""
    base_name: str
    """The name of the line of models: "Llama"."""
    model_version: str | None = None
    """The version as the repo name spells it: "3.1"."""
    model_sizes: Sequence[str | None] = (None,)
    """The sizes as the repo names spell them: `["8B", "70B"]`. Leave it out if they have none."""
    instruct_tags: Sequence[str | None] = (None,)
    """The instruct tags: `[None, "Instruct"]`. None means a name without a tag."""
    quant_types: Quants = ()
    """The quantizations that were uploaded, if they are the same for every size and tag."""
    rows: Sequence[Row] = ()
    """The uploads, if quantizations differ by size, tag or version. Replaces `quant_types`."""
    originals_only: bool = False
    """Whether there are no uploads, only the publisher's own repos."""
    modifier: str | None = None
    """What sets these uploads apart from the plain ones of the same model: "128K", "MTP", "qat". It
    is appended to the name, before the quant tag, unless the template places `{modifier}`."""
    name: str = "{base_name}-{model_version}-{size}-{instruct_tag}"
    """The template of the repo name. The quant tag is appended, unless it places `{quant}`."""
    spelled: Sequence[str] = ()
    """Repo names that exist in another letter case than the template gives:
    `["gemma-3-12B-it-FP8-Dynamic"]`."""
    original: str | None = "{org}/{name}"
    """The template of the original's repo id. `{name}` is the repo name without modifier and quant
    tag. None if there is no original, or if it is unknown."""
    upstream_quants: Quants = ()
    """Quantized repos that the publisher has in addition to the original."""
    mirrors: Sequence[str] = ()
    """Templates of copies of the original by other publishers: `["NousResearch/{name}"]`."""
    quant_tags: Mapping[Quant, str] = field(default_factory=dict[Quant, str])
    """Quant tags that this release spells differently: `{BF16: "bf16"}`."""
    uploader: str | None = None
    """The namespace of the uploads, if it is not the one that [tool.hubenum] sets."""
    former: Sequence[str] = ()
    """Templates of the ids that the original had before its publisher renamed it:
    `["CohereForAI/{name}"]`."""
    is_multimodal: bool | None = None
    """Whether the models take or produce more than text. None if the modality implies it, or if it
    is unknown."""
    modality: str | None = None
    """What the models are for: "text", "vision", "speech", "code", "embedding", "image", "video",
    or a `Modality` of your own. The default is the `MODALITY` of the file. None if unknown."""
    parameters: str | None = None
    """The number of parameters, if the size does not give it: "21B", "355B-A32B" (32B active)."""
    active_parameters: str | None = None
    """The number of parameters used per token, if the size does not give it: "3.6B"."""
    untagged: Literal["base", "chat"] | None = None
    """What a model without an instruct tag is; None if unknown."""
    license: str | None = None
    """The license as the Hub names it: "apache-2.0". State its source in a comment."""
    context_length: int | None = None
    """The longest context in tokens: 131072. State its source in a comment."""
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    """Constant names that replace the derived ones: `{"unsloth/Phi-4": "PHI_4_CAPITAL"}`."""
    revisions: Mapping[str, str | Sequence[str]] = field(
        default_factory=dict[str, str | Sequence[str]]
    )
    """Revisions by repo id: a list of branches that hold variants, `{"acme/A-EXL2": ["4.0bpw"]}`,
    or one commit, tag or branch to pin the repo to, `{"acme/A": "0e9e39f"}`."""
    summary: str | None = None
    """One line about the models, for the docstring of each member."""
    where: Where = field(default_factory=_caller, init=False, repr=False)
    """Where this definition is written (recorded, not stated)."""
    base: "ModelMeta | None" = field(default=None, init=False, repr=False)
    """The definition that `.but` was called on, if any (recorded, not stated)."""

    def __post_init__(self) -> None:
        _record(self)

    def but(self, **changes: Any) -> "ModelMeta":
        """Return a copy of this definition with other values for some fields.

        Use it for a second name, template or modifier of the same release:
        `QWEN_3.but(model_sizes=["8B"], modifier="128K", quant_types=[GGUF])`. `quant_types`, `rows`
        and `originals_only` replace each other. Rows also replace each of versions, sizes and tags
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
    """A name that is no longer in `Models`, or that has another id now: an entry of `RETIRED`.

    If there is a replacement, old code keeps working, with a warning. Otherwise the error gives the
    reason. The name may still be in use if its new id is the replacement.
    """

    name: str
    """The constant: "LLAMA_3_1_8B"."""
    repo_id: str
    """The exact id that it had: "unsloth/Meta-Llama-3.1-8B"."""
    why: str
    """The reason, worded to follow a colon in a message: "the repo was renamed"."""
    since: str
    """The day it was retired: "2026-11-25"."""
    replaced_by: str | None = None
    """The id to use instead; `repo_id` if only the constant changed; None if there is none. If that
    id is retired too, its own replacement applies."""
    where: Where = field(default_factory=_caller, init=False, repr=False)
    """Where this entry is written (recorded, not stated)."""

    def __post_init__(self) -> None:
        _record(self)


def verify(file: str) -> None:
    """Check the ids of a definition file on the Hub, then exit: `python -m definitions.llama`.

    Prints one line per model. Exits 1 if an id is wrong, and 2 if the Hub could not be asked.
    """
    from .cli.main import main  # the command line imports this module

    if _created.get() is not None:  # it would read the file again, without end
        raise RuntimeError("verify(...) runs whenever the file is read")
    path = Path(file).resolve()
    main(["verify", "-v", path.stem], definitions=path.parent)

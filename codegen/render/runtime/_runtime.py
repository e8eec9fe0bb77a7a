"""The methods of a model id."""

from types import MethodType

from . import models
from ._lazy import LazyStrEnum as LazyStrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, overload

    from ._facts import Facts
    from ._files import GGUFFile
    from ._metadata import Row

    QuantLike = models.QuantType | models.QuantName
else:
    QuantLike = "models.QuantType"  # for libraries that read annotations


class _OnClass:
    """Makes `find` our function on the class, and `str.find` on a member, which is a str."""

    def __init__(self, function: "Callable[[Any, str], models.Models]") -> None:
        self.function = function

    def __call__(self, text: str) -> "models.Models":  # jedi takes this for the call of `find`
        return self.function(None, text)

    if TYPE_CHECKING:

        @overload
        def __get__(self, member: None, owner: type) -> "Callable[[str], models.Models]": ...
        @overload
        def __get__(self, member: str, owner: type) -> "Callable[..., int]": ...

    def __get__(self, member: str | None, owner: type) -> "Any | _OnClass":
        return MethodType(self.function, owner) if member is None else str.find.__get__(member)


class ModelPath(LazyStrEnum):
    """A model id: a str that knows the related models."""

    @_OnClass
    def find(cls, text: str) -> "models.Models":  # pyright: ignore
        """Return the member that the text names in full, or the only one that matches it.

        The text may be a repo id, a repo name, a constant, a URL on the Hub, or words of these:
        "llama31 8b instruct bnb". Letter case and separators do not matter. Raises ValueError with
        a list of candidates if the text matches no model or more than one.
        """
        from ._find import find

        return find(text)

    @property
    def org(self) -> str:
        """The namespace: "unsloth"."""
        return self.partition("/")[0]

    @property
    def hub_url(self) -> str:
        """The URL of its page on the Hub."""
        return f"https://huggingface.co/{self}"

    @property
    def variants(self) -> "tuple[models.Models, ...]":
        """The same model by the same uploader, in other quantizations or with other modifiers.

        For an original, all uploads that were made from it.
        """
        from ._relations import variants

        return variants(self.name)

    @property
    def unquantized(self) -> "models.Models | None":
        """The same model without quantization: by the same uploader, otherwise the original.

        None if there is neither.
        """
        from ._relations import unquantized

        return unquantized(self.name)

    def with_quant(self, quant_type: "QuantLike") -> "models.Models":
        """Return the same model in that quantization, with the same modifier if that exists.

        Takes a `QuantType`, its name or its value: "GGUF". Raises ValueError with a list of the
        quantizations that exist if there is no such upload.
        """
        from ._relations import with_quant

        return with_quant(self.name, quant_type)

    @property
    def files(self) -> "tuple[GGUFFile, ...] | None":
        """Its GGUF files; empty if it has none, None without a lock."""
        from ._files import files

        return files(self.name)

    def file(self, quant: str) -> str:
        """Return the name of the GGUF file in that quantization, or of its first part.

        Raises ValueError with a list of the existing ones if there is no such file or several.
        """
        from ._files import file

        return file(self.name, quant)

    def ref(self, quant: str) -> str:
        """Return the reference for llama.cpp and Ollama: "unsloth/Qwen3-8B-GGUF:Q8_0".

        Raises ValueError with a list of the existing quantizations if there is no such file.
        """
        from ._files import ref

        return ref(self.name, quant)


def _repr_html(self: ModelPath) -> str:
    """The HTML that a notebook shows."""
    from ._describe import html

    return html(self.name)


setattr(ModelPath, "_repr_html_", _repr_html)  # noqa: B010 - reserved in the body of an enum


def row_of(member: ModelPath) -> "Row":
    """The metadata of a model."""
    from ._metadata import ROWS  # only on first use

    return ROWS[member.name]


def facts_of(member: ModelPath) -> "Facts":
    """The recorded facts about a model; empty if there are none."""
    from ._facts import FACTS

    return FACTS.get(member.name) or {}

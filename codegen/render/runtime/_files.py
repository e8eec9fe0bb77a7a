"""The recorded GGUF files of a model."""

from typing import NamedTuple

from ._facts import FACTS
from .models import Models


class GGUFFile(NamedTuple):
    """A GGUF model, in one file or in several parts."""

    name: str
    """The path of the file in the repo, or of its first part."""
    quant: str | None
    """The quantization: "Q4_K_M"; None for a file that is not a model, such as a projector."""
    shards: int
    """The number of parts."""


def files(name: str) -> tuple[GGUFFile, ...] | None:
    """See `ModelPath.files`."""
    rows = FACTS.get(name, {}).get("files")
    return None if rows is None else tuple(GGUFFile(*row) for row in rows)


def file(name: str, quant: str) -> str:
    """See `ModelPath.file`."""
    first, *others = _in_quant(name, quant)
    if others:
        there = ", ".join(repr(each.name) for each in (first, *others))
        raise ValueError(f"{Models[name].value!r} has several files in {first.quant}: {there}")
    return first.name


def ref(name: str, quant: str) -> str:
    """See `ModelPath.ref`."""
    return f"{Models[name].value}:{_in_quant(name, quant)[0].quant}"


def _in_quant(name: str, quant: str) -> list[GGUFFile]:
    """The files in a quantization, in any letter case. Raises ValueError if there is none."""
    path, known = Models[name].value, files(name)
    if known is None:
        cure = "run `hubenum verify --record`, then `hubenum generate`"
        raise ValueError(f"the files of {path!r} are not recorded; {cure}")
    fitting = [file for file in known if file.quant and file.quant.upper() == quant.upper()]
    if not fitting:
        quants = dict.fromkeys(file.quant for file in known if file.quant)
        there = f"there are: {', '.join(quants)}" if quants else "it has no GGUF files"
        raise ValueError(f"{path!r} has no file in {quant!r}; {there}")
    return fitting

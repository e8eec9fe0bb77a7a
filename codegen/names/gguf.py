"""GGUF files: what the names of the files in a repo say."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_SHARD = re.compile(r"-(\d{5})-of-(\d{5})$")
_QUANT = re.compile(
    r"(?<![A-Za-z0-9])"
    r"((?:UD-)?(?:I?Q\d(?:_[A-Z0-9]+)*|TQ\d_\d)|BF16|FP?16|FP?32|FP8|MXFP4(?:_MOE)?|NVFP4)"
    r"(?![A-Za-z0-9]|\.\d)",
    re.IGNORECASE,
)
_NO_WEIGHTS = ("mmproj", "imatrix")
"""What the names of files begin or end with that are no model of their own."""


@dataclass(frozen=True, slots=True)
class GGUFFile:
    """A model in GGUF, in one file or several."""

    name: str
    """The path of its first file in the repo: "BF16/Qwen3-32B-BF16-00001-of-00002.gguf"."""
    quant: str | None
    """The quantization that the name states, "Q4_K_M"; None if it states none, and for a file that
    is no model, such as a projector."""
    shards: int = 1
    """The number of files it consists of."""


def gguf_files(names: Iterable[str]) -> tuple[GGUFFile, ...]:
    """The models among the files of a repo, by name; files that are not GGUF are left out."""
    shards: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name in names:
        stem, dot, ending = name.rpartition(".")
        if dot and ending.casefold() == "gguf":
            match = _SHARD.search(stem)
            shards[_SHARD.sub("", stem), int(match[2]) if match else 1].append(name)
    files = (GGUFFile(min(s), _quant(stem), count) for (stem, count), s in shards.items())
    return tuple(sorted(files, key=lambda file: file.name))


def _quant(stem: str) -> str | None:
    """The quantization in a path without ending: in the name of the file, or else of its folder."""
    *folders, name = stem.split("/")
    folded = name.casefold()
    if folded.startswith(_NO_WEIGHTS) or folded.endswith(_NO_WEIGHTS):
        return None
    for part in (name, *reversed(folders)):
        if stated := _QUANT.findall(part):
            return str(stated[-1]).upper()
    return None

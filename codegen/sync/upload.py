"""An upload, and what its name and its tags on the Hub say of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Upload:
    """A repo of an uploader, as a listing has it."""

    repo_id: str
    tags: tuple[str, ...] = ()
    created: str = ""
    """The day it was made, "2026-11-25"; "" if the listing does not say."""
    is_private: bool = False
    is_disabled: bool = False

    @property
    def owner(self) -> str:
        """The namespace."""
        return self.repo_id.partition("/")[0]

    @property
    def name(self) -> str:
        """The repo name."""
        return self.repo_id.partition("/")[2]

    @cached_property
    def relations(self) -> Mapping[str, tuple[str, ...]]:
        """The repos that its tags name, by relation: "quantized", "finetune", "adapter", "merge",
        or "" if the tags name none."""
        relations: dict[str, dict[str, None]] = {}
        for tag in self.tags:
            kind, _, rest = tag.partition(":")
            relation, _, base = rest.rpartition(":")
            if kind == "base_model" and "/" in base:
                relations.setdefault(relation, {})[base] = None
        stated = {base for relation, bases in relations.items() if relation for base in bases}
        plain = {base: None for base in relations.get("", ()) if base not in stated}
        return {r: tuple(bases) for r, bases in {**relations, "": plain}.items() if bases}

    @property
    def bases(self) -> tuple[str, ...]:
        """The repos that it was made from: what it quantizes, if the tags say so."""
        named = self.relations
        stated = named.get("quantized") or (*named.get("", ()), *named.get("finetune", ()))
        return tuple(base for base in stated if base != self.repo_id)


_MARK = re.compile(r"""(?ix) \d*bit | \d+(\.\d+)?bpw | gguf | ggml | imatrix | i1
    | (mx|nv|nf|fp|bf|int|uint|mxint|e\dm)\d+\w* | awq | gptq\w* | exl\d | hqq\w* | aqlm
    | quip\w* | w\d+a\d+\w* | i?q\d(_\w+)? | tq\d(_\d)? | bnb | mlx | dwq | onnx | openvino
    | comfyui | torchao | autoround | quanto | marlin | eetq | vptq | ct2 | ctranslate2 | coreml
    | smoothquant | (un)?quanti[sz]ed(\.\w+)? | quants? | rtn | nncf | litert | tflite | mnn
    | executorch | rkllm | tensorrt | trt | llamafile | \d+-?bits?
    """)
"""Words of a repo name that say how it is quantized, or in what format it is."""
_WITH_MARKS = re.compile(r"(?i)unsloth|dynamic|block|ud|channel|tensor|static|auto|round|\d+g|g\d+")
"""Words that belong to a mark if they stand beside one."""
METHODS = frozenset({"gguf", "awq", "gptq", "exl2", "exl3", "bitsandbytes", "imatrix", "hqq"})
"""Tags of the Hub that no unquantized repo has."""


def marks_in(name: str) -> str:
    """The part of a name from its first mark of a quantization on, "" if it has none.

    >>> marks_in("Qwen3-8B-GPTQ-Int3")
    'GPTQ-Int3'
    """
    words = name.split("-")
    marked = [i for i, word in enumerate(words) if i and _MARK.fullmatch(word)]
    if not marked:
        return ""
    first = marked[0]
    while first > 1 and _WITH_MARKS.fullmatch(words[first - 1]):
        first -= 1
    return "-".join(words[first:])

"""An upload, and what its name and its tags say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Upload:
    """A repo of an uploader, from a listing."""

    repo_id: str
    tags: tuple[str, ...] = ()
    created: str = ""
    """The day of its creation, "2026-11-25"; "" if unknown."""
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

    @cached_property
    def is_multimodal(self) -> bool | None:
        """Whether the model takes or produces more than text, by its tags; None if they say neither
        or both."""
        says = {
            tag not in _TEXT for tag in self.tags if tag in _TEXT or _BEYOND_TEXT.fullmatch(tag)
        }
        return says.pop() if len(says) == 1 else None

    @property
    def bases(self) -> tuple[str, ...]:
        """The repos that it was made from; only those that it quantizes, if the tags name any."""
        named = self.relations
        stated = named.get("quantized") or (*named.get("", ()), *named.get("finetune", ()))
        return tuple(base for base in stated if base != self.repo_id)


_MARK = re.compile(
    r"""(?ix) \d+(\.\d+)?-?bits? | \d+(\.\d+)?bpw | gguf | ggml | imatrix | bnb | mlx | dwq | 1\.58b
    | (mx|nv)?(fp|int)\d+\w* | (bf|nf|mx)\d+ | uint\d+ | e\dm\d\w* | w\d+a\d+\w* | q\d+f\d+\w*
    | (auto)?awq | (auto)?gptq\w* | exl\d | hqq\w* | aqlm | quip\w* | spqr | i?q\d(_\w+)? | tq\d\w*
    | onnx | openvino | comfyui | torchao | autoround | quanto | marlin | eetq | vptq | ct2 | mlc
    | qnn | ctranslate2 | coreml | smoothquant | (un)?quanti[sz]ed(\.\w+)? | quants? | rtn | nncf
    | litert | tflite | mnn | ncnn | executorch | rkllm | tensorrt | trt | llamafile | bitnet
    """
)
"""Words of a repo name that tell its quantization or format."""
_WITH_MARKS = re.compile(r"(?i)unsloth|dynamic|block|ud|channel|tensor|static|auto|round|\d+g|g\d+")
"""Words that belong to the mark that follows them."""
_TEXT = frozenset({"text-generation", "text2text-generation", "fill-mask", "feature-extraction"})
_BEYOND_TEXT = re.compile(
    r"any-to-any|visual-question-answering|automatic-speech-recognition"
    r"|(image|video|audio|text)(-text)?-to-(text|image|video|audio|speech)"
    r"|audio-classification|image-classification"
)
"""The Hub's task tags of models that take or produce more than text."""
METHODS = frozenset({"gguf", "awq", "gptq", "exl2", "exl3", "bitsandbytes", "imatrix", "hqq"})
"""Tags that no unquantized repo has."""


def marks_in(name: str) -> str:
    """The part of a name from its first quantization mark on; "" if it has none.

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

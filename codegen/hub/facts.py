"""What a repo holds, according to the Hub: its commit, weights and files."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from ..names.gguf import GGUFFile, gguf_files
from ..names.repo_id import is_repo_id
from .repo import Repo

EXPAND = ("gguf", "pipeline_tag", "safetensors", "sha", "siblings")
"""The properties that facts need in addition to those of a verdict."""

CHEAP = ("pipeline_tag", "sha")
"""The properties to request if a listing refuses the others."""

WORD = re.compile(r"[\w.+-]{1,64}", re.ASCII)
SHA = re.compile(r"[0-9a-f]{7,64}")
FILE = re.compile(r"[^\x00-\x1f\x7f-\x9f\"\\\u2028\u2029\ud800-\udfff]{1,300}")
_BASE_MODEL = re.compile(r"base_model:(?:(?:adapter|finetune|merge|quantized):)?([^:]+)")
_PACKED = frozenset({"F4", "I16", "I32", "I64", "U16", "U32", "U64", "U8"})
"""Types whose numbers may each pack several weights of a quantized model."""
_FEW = 0.01
"""The share of such numbers that a model may have without being packed: some buffers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The content of a repo. None is what the Hub did not say."""

    sha: str | None = None
    """The commit of the main branch."""
    is_gated: bool | None = None
    """Whether its files require an agreement or an approval."""
    pipeline_tag: str | None = None
    """The task: "text-generation"."""
    base_models: tuple[str, ...] = ()
    """The ids that its tags name as base models."""
    parameters: int | None = None
    """The number of weights; None for packed ones, which the Hub does not count."""
    architecture: str | None = None
    """The architecture of the first GGUF file: "llama"."""
    context_length: int | None = None
    """The longest context of the first GGUF file, in tokens."""
    files: tuple[GGUFFile, ...] | None = None
    """Its GGUF files; empty if there are none."""


def read_facts(repo: Repo) -> Facts:
    """Read the facts about a repo. Values of the wrong type are unknown."""
    gguf = _object(repo.raw.get("gguf"))
    weights = _weights(_object(repo.raw.get("safetensors")))
    return Facts(
        sha=_text(repo.raw.get("sha"), SHA),
        is_gated=None if repo.gated is None else repo.gated is not False,
        pipeline_tag=_text(repo.raw.get("pipeline_tag"), WORD),
        base_models=tuple(sorted(set(_base_models(repo.tags)))),
        parameters=weights or number(gguf.get("total")),
        architecture=_text(gguf.get("architecture"), WORD),
        context_length=number(gguf.get("context_length")),
        files=_files(repo.raw.get("siblings")),
    )


def is_whole(repo: Repo, facts: Facts) -> bool:
    """Whether a row of a listing has all facts that its tags and name promise."""
    has_weights = isinstance(repo.raw.get("safetensors"), dict) or "safetensors" not in repo.tags
    is_gguf = "gguf" in repo.tags or "gguf" in repo.id.casefold()
    has_gguf = isinstance(repo.raw.get("gguf"), dict) and facts.files is not None
    return bool(facts.sha and has_weights and (has_gguf or not is_gguf))


def _base_models(tags: Sequence[str]) -> list[str]:
    named = (match[1] for tag in tags if (match := _BASE_MODEL.fullmatch(tag)))
    return [repo_id for repo_id in named if is_repo_id(repo_id)]


def _files(siblings: object) -> tuple[GGUFFile, ...] | None:
    if not isinstance(siblings, list):
        return None
    rows = map(_object, cast("list[object]", siblings))
    return gguf_files(name for row in rows if (name := _text(row.get("rfilename"), FILE)))


def _weights(safetensors: Mapping[str, Any]) -> int | None:
    """The number of weights, unless they are packed."""
    total = number(safetensors.get("total"))
    counts = {kind: number(n) or 0 for kind, n in _object(safetensors.get("parameters")).items()}
    packed = sum(counts[kind] for kind in _PACKED & counts.keys())
    return None if packed > _FEW * sum(counts.values()) else total


def _object(value: object) -> Mapping[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _text(value: object, form: re.Pattern[str]) -> str | None:
    return value if isinstance(value, str) and form.fullmatch(value) else None


def number(value: object) -> int | None:
    """The value, if it is a number of something: above 0, and no larger than a database holds."""
    return value if type(value) is int and 0 < value < 10**18 else None

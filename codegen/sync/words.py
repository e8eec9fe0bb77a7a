"""How the words of a repo name are recognized."""

import re

from ..names.size import NAMED

MOST_WORDS = 3
"""The number of words that a new tag may have."""

SIZE = re.compile(r"(?:\d+x)?[ea]?\d+(?:\.\d+)?[bmt](?:-a?\d+(?:\.\d+)?[bme])?", re.IGNORECASE)

LENGTH = re.compile(r"\d+[KkMm]")
"""A context length, which is a modifier: "128K"."""

TAGS = frozenset({"instruct", "inst", "it", "chat", "base", "pt", "thinking", "think", "reasoning"})
"""Words that are instruct tags in any position."""
LINES = re.compile(
    r"(?i)vision|vl|omni|audio|speech|asr|tts|ocr|coder?|math|embed(ding)?s?|rerank(er)?|guard"
    r"|image|video|edit|moe|nano|lora|vae|draft|mtp|eagle\d?|reward|prm|distill"
)
"""Words that name another line of models and are not instruct tags."""

STAMP = re.compile(r"(?<![A-Za-z0-9])\d{4}(?![A-Za-z0-9])")
"""A date in a template: "2507"."""


def is_size(value: str) -> bool:
    """Whether a word of a name can be a size."""
    if value.casefold() in NAMED:
        return True
    return bool(SIZE.fullmatch(value)) and not re.fullmatch(r"\d[mM]", value)


def number_of(version: str) -> str:
    """A version without its words: "4.5" for "4.5-Air"."""
    return version.casefold().partition("-")[0]


def words_of(version: str) -> list[str]:
    """The words after the number of a version: ["air"] for "4.5-Air"."""
    return version.casefold().split("-")[1:]


def letters_of(version: str) -> str:
    """The letters before the number of a version: "v" for "v0.3"."""
    return re.split(r"\d", version.casefold())[0]


def form_of(value: str) -> str:
    """A value with its numbers masked: "K2.7-Code" and "K2.8-Code" have the same form."""
    return re.sub(r"\d+", "0", value.casefold())

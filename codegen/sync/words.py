"""What the words of a repo name look like."""

import re

from ..names.size import NAMED

MOST_WORDS = 3
"""How many words a tag may have that no definition states yet."""

SIZE = re.compile(r"(?:\d+x)?[ea]?\d+(?:\.\d+)?[bmt](?:-a?\d+(?:\.\d+)?[bme])?", re.IGNORECASE)

LENGTH = re.compile(r"\d+[KkMm]")
"""A context length, which is a modifier: "128K"."""

TAGS = frozenset({"instruct", "inst", "it", "chat", "base", "pt", "thinking", "think", "reasoning"})
"""Words that are instruct tags wherever they stand."""
LINES = re.compile(
    r"(?i)vision|vl|omni|audio|speech|asr|tts|ocr|coder?|math|embed(ding)?s?|rerank(er)?|guard"
    r"|image|video|edit|moe|nano|lora|vae|draft|mtp|eagle\d?|reward|prm|distill"
)
"""Words that make another line of models, and are no instruct tags."""

STAMP = re.compile(r"(?<![A-Za-z0-9])\d{4}(?![A-Za-z0-9])")
"""A date in a template: "2507"."""


def is_size(value: str) -> bool:
    """Whether a word of a name can be a size."""
    if value.casefold() in NAMED:
        return True
    return bool(SIZE.fullmatch(value)) and not re.fullmatch(r"\d[mM]", value)


def number_of(version: str) -> str:
    """A version without its words: "4.5" of "4.5-Air"."""
    return version.casefold().partition("-")[0]


def words_of(version: str) -> list[str]:
    """The words of a version behind its number: "air" of "4.5-Air"."""
    return version.casefold().split("-")[1:]


def letters_of(version: str) -> str:
    """What a version begins with: "v" of "v0.3"."""
    return re.split(r"\d", version.casefold())[0]


def form_of(value: str) -> str:
    """A value with its numbers left out: "K2.7-Code" and "K2.8-Code" have one form."""
    return re.sub(r"\d+", "0", value.casefold())

"""Repo names to constant names."""

import re

from ..schema import NONE, Quant


def constant_name(stem: str, quant: Quant, suffix: str = "") -> str:
    """The name of a model in `Models`.

    `stem` is the repo name without its quant tag. It is upper-cased, every run of other characters
    becomes one underscore, then the quantization and the suffix follow. Any repo name gives a
    valid identifier. It is never a keyword or a name that Enum or str reserves, and never starts or
    ends with an underscore (which a class body would mangle, or Enum would treat as its own).

    >>> constant_name("Llama-3.1-8B-Instruct", BNB)
    'LLAMA_3_1_8B_INSTRUCT_BNB'
    >>> constant_name("4M-21_B", NONE, "ORIGINAL")
    'MODEL_4M_21_B_ORIGINAL'
    """
    words = [stem, quant.name if quant != NONE else "", suffix]
    name = re.sub(r"[^A-Z0-9]+", "_", "_".join(words).upper()).strip("_")
    return name if name[:1].isalpha() else f"MODEL_{name}".strip("_")


def is_constant_name(text: str) -> bool:
    """Whether a stated name has the form of a made one."""
    return re.fullmatch(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*", text) is not None

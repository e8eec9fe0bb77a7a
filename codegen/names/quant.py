"""Quantizations and the tags that repo names carry for them."""

from collections.abc import Sequence

from ..schema import ModelMeta, QuantType

BY_LENGTH: Sequence[QuantType] = sorted(QuantType, key=lambda quant: -len(quant.value))
"""Every quantization, the longest tag first: "unsloth-bnb-4bit" also ends in "bnb-4bit"."""


def quant_tag(meta: ModelMeta, quant: QuantType) -> str:
    """How a release spells a quantization: "bnb-4bit", "bf16", "" for none."""
    return meta.quant_tags.get(quant, quant.value)


def quant_of(meta: ModelMeta, tag: str | None) -> QuantType:
    """The quantization that a release spells so. Raises StopIteration for an unknown tag."""
    return next(quant for quant in QuantType if quant_tag(meta, quant) == (tag or ""))


def split_quant(name: str) -> tuple[str, QuantType]:
    """A repo name without its quant tag, and the quantization; NONE if it ends in no known tag.

    >>> split_quant("Llama-3.1-8B-Instruct-FP8")
    ('Llama-3.1-8B-Instruct', <QuantType.FP8: 'FP8'>)
    """
    quant = next(q for q in BY_LENGTH if not q.value or name.endswith(f"-{q.value}"))
    return (name.removesuffix(f"-{quant.value}") if quant.value else name), quant

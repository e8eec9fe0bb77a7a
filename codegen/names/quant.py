"""Quantizations and the tags that repo names carry for them."""

from collections.abc import Iterable

from ..schema import BUILT_IN, INHERITED, NONE, ModelMeta, Quant

_ORDER = {quant.name: place for place, quant in enumerate(BUILT_IN)}


def quant_order(quant: Quant) -> tuple[int, str]:
    """A sort key: the built-in quantizations, then a project's own by name."""
    return _ORDER.get(quant.name, len(_ORDER)), quant.name


def described(quant: Quant) -> tuple[str, str]:
    """What a quantization is, with any note, and what runs it ("" if not stated)."""
    what, _, rest = quant.doc.partition(": ")
    runs, _, note = rest.partition("; ")
    return f"{what}; {note}" if note else what, runs


def in_words(quant: Quant) -> str:
    """What a quantization is and what runs it, for the docs: "GGUF files. Runs in llama.cpp."."""
    what, runs = described(quant)
    return f"{what}. Runs in {runs}." if runs else f"{what}."


def with_own(own: Iterable[Quant]) -> tuple[Quant, ...]:
    """The quantizations of a project: the built-in ones, then the project's own, which replace
    built-in ones of the same name."""
    by_name = {quant.name: quant for quant in (*BUILT_IN, *own)}
    return tuple(sorted(by_name.values(), key=quant_order))


def quant_tag(meta: ModelMeta, quant: Quant) -> str:
    """How a release spells a quantization: "bnb-4bit", "bf16", "" for none."""
    return meta.quant_tags.get(quant, quant.tag)


def quants_of(meta: ModelMeta) -> set[Quant]:
    """The quantizations that a definition declares."""
    rows = [row.quants for row in meta.rows]
    upstream = [r.upstream_quants for r in meta.rows if r.upstream_quants is not INHERITED]
    declared = [quant for quants in (*rows, *upstream) for quant in quants]
    return {NONE, *meta.quant_types, *meta.upstream_quants, *declared, *meta.quant_tags}


def split_quant(name: str, known: Iterable[Quant] = BUILT_IN) -> tuple[str, Quant]:
    """A repo name without its quant tag, and the quantization; NONE if it ends in no known tag.

    The longest tag counts, in any letter case: "unsloth-bnb-4bit" also ends in "bnb-4bit". Of two
    quantizations with that tag, the one that is written with it counts, then the project's own.

    >>> split_quant("Llama-3.1-8B-Instruct-FP8")
    ('Llama-3.1-8B-Instruct', FP8)
    """
    folded = name.casefold()
    tags = [(tag, quant) for quant in known for tag in quant.tags]
    ending = [(tag, quant) for tag, quant in tags if folded.endswith(f"-{tag.casefold()}")]
    if not ending:
        return name, NONE
    tag, quant = max(ending, key=lambda pair: (len(pair[0]), pair[0] == pair[1].tag,
                                               pair[1].name not in _ORDER))  # fmt: skip
    return name[: -len(tag) - 1], quant

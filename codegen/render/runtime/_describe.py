"""The docstring of a member, and its HTML in a notebook."""

from collections.abc import Mapping
from enum import StrEnum


def paragraphs(row: Mapping[str, object], original: str | None, quant: str) -> list[str]:
    """The paragraphs of a model's docstring: its id, what it is, its summary, its page on the Hub.

    Args:
        row: its row in `_metadata`.
        original: the id of its original.
        quant: the name of its quantization in prose: "GGUF".
    """
    texts = (row["repo_id"], _sentence(row, original, quant), row.get("summary"))
    return [*(str(text) for text in texts if text), f"https://huggingface.co/{row['repo_id']}"]


def _sentence(row: Mapping[str, object], original: str | None, quant: str) -> str:
    """ "Llama 3.1 8B: GGUF, from meta-llama/Llama-3.1-8B." """
    owner, _, stem = str(row["stem"]).partition("/")
    name = stem.replace("-", " ").replace("_", " ")
    if modifier := row.get("modifier"):
        name = f"{name} {modifier}"
    kind = row.get("modality")
    modality = "" if kind in (None, "text") else f" ({kind})"
    facts = [f"published by {owner}"] if row.get("is_original") else []
    if original:
        relation = "mirror of" if row.get("is_mirror") else "from"
        facts.append(f"{'former id of' if row.get('is_former') else relation} {original}")
    if row["quant_type"] != "NONE" or not row.get("is_original"):  # some are released quantized
        facts.insert(0, quant)
    return f"{name}{modality}: {', '.join(facts)}."


def document(member: StrEnum) -> str:
    """The docstring of a member of any enum in this package."""
    from ._metadata import DOCS

    docs = DOCS.get(type(member).__name__)
    return "\n\n".join(_paragraphs_of(member.name)) if docs is None else docs[member.name]


def html(name: str) -> str:
    """The docstring of a model for a notebook, with a link to its page on the Hub."""
    from html import escape

    path, *texts, url = _paragraphs_of(name)
    link = f'<a href="{escape(url)}">{escape(path)}</a>'
    return "<br>".join([link, *map(escape, texts)])


def _paragraphs_of(name: str) -> list[str]:
    from ._metadata import QUANT_LABELS, ROWS

    row = ROWS[name]
    original = ROWS[row["original"]]["repo_id"] if "original" in row else None
    return paragraphs(row, original, QUANT_LABELS[row["quant_type"]])

"""What a model is, in one sentence: for docstrings and notebooks."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def describe(row: Mapping[str, object], original: str | None, quant: str) -> str:
    """The sentence on a model: "Llama 3.1 8B: GGUF, from meta-llama/Llama-3.1-8B."

    row: its metadata, as a row of `_metadata` has it.
    original: the path of its original.
    quant: what its quantization is called: "GGUF".
    """
    owner, _, stem = str(row["stem"]).partition("/")
    name = stem.replace("-", " ").replace("_", " ")
    if modifier := row.get("modifier"):
        name = f"{name} {modifier}"
    kind = row.get("modality")
    modality = "" if kind in (None, "text") else f" ({kind})"
    facts = [f"published by {owner}"] if row.get("is_original") else []
    if original:
        relation = "mirror of" if row.get("is_mirror") else "from"
        facts.append(f"{'former path of' if row.get('is_former') else relation} {original}")
    if row["quant_type"] != "NONE" or not row.get("is_original"):  # some are released quantized
        facts.insert(0, quant)
    return f"{name}{modality}: {', '.join(facts)}."

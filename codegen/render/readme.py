"""The tables of a Markdown file, each between two marks, kept up to date by `generate`."""

import re
from collections.abc import Sequence

from ..models.model import Family
from ..names.quant import described, quant_order
from ..names.size import read_size
from ..schema import NONE

MARKS = ("<!-- families: written by `hubenum generate` -->", "<!-- /families -->")
"""The lines to put around the table of families; what follows "families" is the reader's."""


def with_table(text: str, families: Sequence[Family]) -> str:
    """The Markdown text with the tables of families and of quantizations between their marks.

    A table whose marks are missing is left out.
    """
    for subject, table in (("families", families_table), ("quantizations", quants_table)):
        if match := _marked(subject, text):
            text = f"{text[: match.end(1)]}\n{table(families)}{text[match.start(2) :]}"
    return text


def has_marks(text: str) -> bool:
    """Whether a Markdown text has the marks of the table of families."""
    return _marked("families", text) is not None


def _marked(subject: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(<!-- {subject}\b[^\n]*?-->).*?(<!-- /{subject} -->)", text, re.DOTALL)


def quants_table(families: Sequence[Family]) -> str:
    """One row for each quantization that a family has: its tag, what it is and what runs it."""
    used = {model.quant_type for family in families for model in family.models} - {NONE}
    rows = ["| quantization | ends in | what it is | runs in |", "|---|---|---|---|"]
    for quant in sorted(used, key=quant_order):
        what, runs = described(quant)
        rows.append(f"| `{quant.name}` | `-{quant.tag}` | {what} | {runs or '–'} |")
    return "\n".join(rows) + "\n"


def families_table(families: Sequence[Family]) -> str:
    """One row for each family: its uploads, originals, sizes and quantizations."""
    rows = ["| family | uploads | originals | sizes | quantizations |", "|---|--:|--:|---|---|"]
    for family in (family for family in families if family.models):
        uploads = sum(not (m.is_original or m.is_mirror or m.is_former) for m in family.models)
        originals = sum(m.is_original for m in family.models)
        title = family.summary.removesuffix(".")
        cells = (title, f"{uploads:,}", f"{originals:,}", _sizes(family), _quants(family))
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _sizes(family: Family) -> str:
    """Every size up to four, else the smallest, the largest and how many there are."""
    by_value = {m.size.casefold(): m.size for m in family.models if m.size}
    sizes = sorted(by_value.values(), key=lambda size: read_size(size).order)
    if len(sizes) > 4:
        return f"{sizes[0]} to {sizes[-1]} ({len(sizes)})"
    return ", ".join(sizes) or "–"


def _quants(family: Family) -> str:
    used = {m.quant_type for m in family.models if not m.is_original}
    return ", ".join(q.name for q in sorted(used - {NONE}, key=quant_order)) or "–"
